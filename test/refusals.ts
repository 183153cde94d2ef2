/** One test for each input that is to be refused, and the words it is refused with. */
export function refusals<T>(attempt: (input: T) => unknown, table: [T, string][]): void {
  test.each(table.map(([input, message]) => ({ input, message })))('fails: $message', ({ input, message }) => {
    expect(() => attempt(input)).toThrow(message);
  });
}
