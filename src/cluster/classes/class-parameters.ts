/** Kubernetes takes text only as the parameters of a class. */
export function parameterMistakes(parameters: Record<string, string> = {}): (string | undefined)[] {
  return Object.entries(parameters).map(([key, value]) => typeof value === 'string' ? undefined
    : `parameters gives '${key}' the ${typeof value} ${value}, but Kubernetes takes text only; write '${value}'`);
}

/** What was chosen, as the text that Kubernetes takes. */
export function textParameters(choices: Record<string, string | number | boolean | undefined>): Record<string, string> {
  const given = Object.entries(choices).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([key, value]) => [key, String(value)]));
}
