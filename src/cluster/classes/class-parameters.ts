/** Kubernetes takes text only as the parameters of a class. */
export function parameterMistakes(parameters: Record<string, string> = {}): (string | undefined)[] {
  return Object.entries(parameters).map(([key, value]) => typeof value === 'string' ? undefined
    : `parameters gives '${key}' the ${typeof value} ${value}, but Kubernetes takes text only; write '${value}'`);
}
