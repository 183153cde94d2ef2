import { imageMistake } from '../../src/private/container-image';

const DIGEST = `@sha256:${'0'.repeat(64)}`;

test.each([
  'kubectl:1.34.1', 'registry.example.com:5000/team/kubectl:v1', `kubectl${DIGEST}`, `registry.example.com:5000/kubectl:v1${DIGEST}`, '${Token[TOKEN.1]}',
])('%s is an image', (image) => {
  expect(imageMistake('image', image, 'kubectl:1.34.1')).toBeUndefined();
});

test.each([
  '', 'kubectl', 'registry.example.com:5000/kubectl', 'kubectl:', ':1.34.1', 'team/:1.34.1', 'kubectl:1 ', 'my kubectl:1', 'kubectl:-1', 'kubectl@sha256:0', DIGEST,
])("'%s' names no version", (image) => {
  expect(imageMistake('image', image, 'kubectl:1.34.1')).toBe(`image '${image}' names no version; write it as in 'kubectl:1.34.1', or with a digest`);
});
