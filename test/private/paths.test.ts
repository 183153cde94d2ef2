import { absolutePathMistake } from '../../src/private/paths';

test.each(['/', '/data', '/a.b/..c', 'C:\\data', 'c:/data', '${Token[TOKEN.1]}/data'])("'%s' is taken", (path) => {
  expect(absolutePathMistake('path', path)).toBeUndefined();
});

test.each([
  ['data', "path 'data' is not absolute; write '/data'"],
  ['./data', "path './data' is not absolute; write '/data'"],
  ['', "path '' is not absolute; give one that starts with '/'"],
  ['/data/../etc', "path '/data/../etc' contains '..', which Kubernetes refuses; write the path it leads to"],
  ['C:\\a\\..\\b', "path 'C:\\a\\..\\b' contains '..', which Kubernetes refuses; write the path it leads to"],
])("'%s' is refused", (path, mistake) => {
  expect(absolutePathMistake('path', path)).toBe(mistake);
});
