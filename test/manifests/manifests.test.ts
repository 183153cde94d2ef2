import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { inputs } from './arbitraries';
import { mistakesIn, type Outcome, outcomeOf } from './outcome';
import { ListedRules, ruleOf } from './rules';

const SEED = 20261121;
const RUNS = 4000;

/** What Kubernetes takes as text only, key by key. */
const TEXTS = ['parameters', 'labels', 'annotations', 'matchLabels', 'nodeSelector', 'volumeAttributes'];

/** Sizes, and numbers of objects. */
const QUANTITIES = ['capacity', 'hard', 'min', 'max', 'default', 'defaultRequest'];

/** Numbers of Kubernetes that have 64 bits; all others have 32. */
const LONG = /^(runAsUser|runAsGroup|fsGroup|expirationSeconds|activeDeadlineSeconds|startingDeadlineSeconds|terminationGracePeriodSeconds)$/;

const rules = new ListedRules();
const seen = { accepted: new Map<string, number>(), refused: new Map<string, number>(), rules: new Set<string>() };
const count = (counts: Map<string, number>, of: string) => counts.set(of, (counts.get(of) ?? 0) + 1);
const sum = (counts: Map<string, number>) => [...counts.values()].reduce((one, other) => one + other, 0);

/** What holds of every manifest, beyond what its schema asks. */
function judgeManifests(manifests: string): void {
  expect(manifests).not.toMatch(/undefined|NaN|\.nan|\.inf|object Object|Token\[|\$\{Token/);
  for (const document of parseAllDocuments(manifests)) {
    expect(document.errors).toEqual([]);
    judge(document.toJS(), []);
  }
}

function judge(value: unknown, path: string[]): void {
  const [parent, key] = path.slice(-2);
  if (typeof value === 'number') {
    expect([path.join('.'), Number.isInteger(value) && (Math.abs(value) < 2 ** 31 || LONG.test(key))]).toEqual([path.join('.'), true]);
  }
  if (typeof value !== 'object' || value === null) {
    if (QUANTITIES.includes(parent) || key === 'sizeLimit') expect(value).toMatch(/^(?!0*\.?0*[KMGTP])\d+(\.\d+)?([KMGTP]i)?$/);
    if (TEXTS.includes(parent)) expect([path.join('.'), typeof value]).toEqual([path.join('.'), 'string']);
    return;
  }
  for (const [name, each] of Object.entries(value)) judge(each, [...path, name]);
}

/** What holds of every refusal: who is refused, for which rule, in which words, and that nothing comes of it. */
function judgeRefusal(refusal: Required<Outcome>['refusal']): void {
  expect(refusal.error).toBeInstanceOf(Error);
  if (refusal.by === 'the constructor') expect(refusal.left).toEqual([]);
  const mistakes = mistakesIn(refusal);
  for (const { path, mistake } of mistakes) {
    expect(path).toMatch(refusal.by === 'the constructor' ? /^(chart\/)?tested(\/|$)/ : /^((chart\/)?tested(\/|$)|chart\/deployment$|others\/claim-|others\/there$)/);
    expect(mistake).toMatch(/^([a-z'"]|[A-Z\d]+_)/);
    expect(mistake).toMatch(/; \S[^]*[^.\s]$/);
    expect(mistake).not.toMatch(/undefined|object Object/);
    if (!rules.has(mistake)) throw new Error(`no test lists the rule of this mistake: ${mistake}`);
    seen.rules.add(ruleOf(mistake));
  }
}

test(`whatever is given is refused for a rule that is listed, or makes manifests that are always the same (seed ${SEED})`, () => {
  fc.assert(fc.property(inputs, (input) => {
    const outcome = outcomeOf(input);
    const again = outcomeOf(input);
    if (outcome.manifests !== undefined) {
      count(seen.accepted, input.of);
      expect(again.manifests).toBe(outcome.manifests);
      judgeManifests(outcome.manifests);
    } else {
      count(seen.refused, input.of);
      expect(String(again.refusal?.error)).toBe(String(outcome.refusal!.error));
      judgeRefusal(outcome.refusal!);
    }
  }), { seed: SEED, numRuns: RUNS });
});

test('of these inputs enough are accepted, enough refused, and for enough rules, for that to say something of every construct', () => {
  expect(Math.min(sum(seen.accepted), sum(seen.refused))).toBeGreaterThan(RUNS / 3);
  expect(Math.min(...seen.accepted.values(), ...seen.refused.values())).toBeGreaterThan(0);
  expect([...seen.accepted.keys()].sort()).toEqual([...seen.refused.keys()].sort());
  expect(seen.rules.size).toBeGreaterThan(270);
});

test('a rule is the same whatever its values and its property, and another one in other words', () => {
  const rule = ruleOf('gp3 iops 2999 is not among what EBS allows; give a whole number from 3000 to 80000');
  expect(ruleOf('io2 iopsPerGiB NaN is not among what EBS allows; give a whole number from 1 to 1000')).toBe(rule);
  expect(ruleOf('gp3 iops 2999 is not what EBS allows; give a whole number from 3000 to 80000')).not.toBe(rule);
});
