import { rmSync } from 'node:fs';

export default function teardown(): void {
  rmSync(process.env.CONSUMERS!, { recursive: true });
}
