import { runSimulation } from '@cloud-copilot/iam-simulate';
import { ACCOUNT } from './role-policies';

/** One decision that IAM makes; a call to AWS may need several. */
export interface Decision {
  readonly action: string;
  readonly resource: string;
  readonly context?: { [key: string]: string | string[] };
}

export interface Holder {
  readonly policies?: any[];
  readonly resourcePolicy?: any;
  readonly principal?: string;
}

/** Whether IAM would allow it. What the simulator does not know, or leaves out, is an error of the test. */
export async function allows({ policies = [], resourcePolicy, principal = `arn:aws:sts::${ACCOUNT}:assumed-role/driver/session` }: Holder, { action, resource, context = {} }: Decision): Promise<boolean> {
  const result = await runSimulation({
    request: { principal, action, resource: { resource, accountId: resource === '*' ? ACCOUNT : resource.split(':')[4] || ACCOUNT }, contextVariables: context },
    identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
    serviceControlPolicies: [],
    resourceControlPolicies: [],
    resourcePolicy,
  }, {});
  if (result.resultType !== 'single') throw new Error(`${action} on ${resource} cannot be simulated: ${JSON.stringify(result)}`);
  if (result.result.ignoredContextKeys?.length) throw new Error(`${action} on ${resource} does not know ${result.result.ignoredContextKeys.join(', ')}`);
  return result.overallResult === 'Allowed';
}

/** A call goes through when every decision of it does. */
export async function allowsAll(holder: Holder, decisions: Decision[]): Promise<boolean> {
  const results = await Promise.all(decisions.map((decision) => allows(holder, decision)));
  return results.every((allowed) => allowed);
}
