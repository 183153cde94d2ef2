import fc from 'fast-check';
import { dnsLabelMistake, dnsSubdomainMistake, labelMistakes } from '../../src/private/names';

const mistakesOf = (labels: Record<string, string>) => labelMistakes('labels', labels).filter((mistake) => mistake !== undefined);

test.each(['a', 'web', 'pod-volume-1', '0', 'a'.repeat(63)])("'%s' is a DNS label", (name) => {
  expect(dnsLabelMistake('name', name)).toBeUndefined();
});

test.each(['', 'Web', 'a_b', '-a', 'a-', 'a.b', 'a b', 'é', 'a'.repeat(64)])("'%s' is no DNS label", (name) => {
  expect(dnsLabelMistake('name', name)).toMatch(`name '${name}' is not a name Kubernetes takes`);
});

test('a DNS subdomain is DNS labels with dots between them', () => {
  const label = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,10}[a-z0-9])?$/);
  fc.assert(fc.property(fc.array(label, { minLength: 1, maxLength: 5 }), (labels) => {
    expect(dnsSubdomainMistake('name', labels.join('.'))).toBeUndefined();
    expect(dnsSubdomainMistake('name', `${labels.join('.')}.`)).toBeDefined();
    expect(dnsSubdomainMistake('name', `${labels.join('..')}.-`)).toBeDefined();
  }));
});

test('a DNS subdomain has at most 253 characters', () => {
  expect(dnsSubdomainMistake('name', 'a'.repeat(253))).toBeUndefined();
  expect(dnsSubdomainMistake('name', 'a'.repeat(254))).toBeDefined();
});

test('names that are not given and names that the CDK fills in later are not judged', () => {
  expect(dnsLabelMistake('name', undefined)).toBeUndefined();
  expect(dnsLabelMistake('name', '${Token[TOKEN.19]}')).toBeUndefined();
  expect(dnsSubdomainMistake('name', 'a-${Token[AWS.Region.3]}')).toBeUndefined();
});

test('labels may have a domain before their name, and empty values', () => {
  expect(mistakesOf({ 'app': 'nginx', 'app.kubernetes.io/name': 'a_B.c', 'empty': '' })).toEqual([]);
});

test.each(['', '/name', 'a/b/c', 'Example.com/name', `${'a'.repeat(64)}`, '-a'])("the label name '%s' is refused", (key) => {
  expect(mistakesOf({ [key]: 'x' })).toEqual([expect.stringContaining(`labels has the key '${key}'`)]);
});

test.each(['a b', '-a', 'a-', 'a'.repeat(64)])("the label value '%s' is refused", (value) => {
  expect(mistakesOf({ app: value })).toEqual([expect.stringContaining(`labels gives 'app' the value '${value}'`)]);
});
