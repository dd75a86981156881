import { execFileSync } from 'node:child_process';

/** Process tests run the product as it is shipped: compiled. */
export default function build(): void {
  execFileSync(process.execPath, ['apps/standalone/bootstrap.mjs'], { stdio: 'pipe' });
}
