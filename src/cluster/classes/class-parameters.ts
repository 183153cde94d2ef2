/** Kubernetes takes text only as the parameters of a class. */
export function parameterMistakes(parameters: Record<string, string> = {}): (string | undefined)[] {
  return Object.entries(parameters).map(([key, value]) => typeof value === 'string' ? undefined
    : `parameters gives '${key}' the ${typeof value} ${value}, but Kubernetes takes text only; write '${value}'`);
}

/** What is chosen, by the names of the parameters. */
export type Choices = Record<string, string | number | boolean | undefined>;

/** What was chosen, as the text that Kubernetes takes. */
export function textParameters(choices: Choices): Record<string, string> {
  const parameters: Record<string, string> = {};
  for (const [key, value] of Object.entries(choices)) {
    if (value !== undefined) parameters[key] = String(value);
  }
  return parameters;
}
