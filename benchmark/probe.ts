/** Loaded before an app: tells, when the app ends, what it took, as JSON on file descriptor 3. */
import { writeSync } from 'node:fs';
import { createRequire } from 'node:module';

const counts = { visits: 0, dependencies: 0 };

if (process.env.COUNT) {
  // Here, since to load them costs something.
  const load = createRequire(__filename);
  const { Node } = load('constructs');
  const children = Object.getOwnPropertyDescriptor(Node.prototype, 'children')!.get!;
  Object.defineProperty(Node.prototype, 'children', {
    get() {
      counts.visits++;
      return children.call(this);
    },
  });
  const { addDependency } = Node.prototype;
  Node.prototype.addDependency = function (...others: unknown[]) {
    counts.dependencies += others.length;
    addDependency.call(this, ...others);
  };
}

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const files = Object.keys(require.cache).filter((file) => file !== __filename && file !== process.argv[1]);
  writeSync(3, JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024, files, ...counts }));
});
