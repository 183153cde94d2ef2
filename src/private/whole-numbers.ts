/** Whether the value is a whole number from the least to the most. */
export function isWholeNumber(value: number, least: number, most = Infinity): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
