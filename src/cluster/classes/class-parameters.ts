/** Kubernetes takes text only as the parameters of a class. */
export function parameterMistakes(parameters: Record<string, string> = {}): string[] {
  return Object.keys(parameters).filter((key) => typeof parameters[key] !== 'string').map((key) =>
    `parameters gives '${key}' the ${typeof parameters[key]} ${parameters[key]}, but Kubernetes takes text only; write '${parameters[key]}'`);
}

/** What is chosen, by the names of the parameters. */
export type Choices = Record<string, string | number | boolean | undefined>;

/** What was chosen, as the text that Kubernetes takes. */
export function textParameters(...choices: (Choices | undefined)[]): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const chosen of choices) {
    for (const key in chosen) {
      if (chosen[key] !== undefined) parameters[key] = String(chosen[key]);
    }
  }
  return parameters;
}
