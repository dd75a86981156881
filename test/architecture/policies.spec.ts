import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Who may do what is decided in policies, and every policy has its table of who may. */

const root = resolve(import.meta.dirname, '../..');

function filesLike(pattern: string): string[] {
  return globSync(pattern, { cwd: root }).filter((file) => !file.includes('node_modules'));
}

it('every policy has a spec beside it', () => {
  const policies = filesLike('{apps,libs}/**/*.policy.ts');
  expect(policies.length).toBeGreaterThan(0);
  expect(policies.filter((file) => !existsSync(resolve(root, file.replace(/\.ts$/, '.spec.ts'))))).toEqual(
    [],
  );
});

it('a policy is pure: it knows no database, no framework and no time', () => {
  const impure = filesLike('{apps,libs}/**/*.policy.ts').filter((file) =>
    /from '(@nestjs|typeorm|@weerbaar\/kernel\/(database|clock)|.*\.(service|repository)\.js)/.test(
      readFileSync(resolve(root, file), 'utf8'),
    ),
  );
  expect(impure).toEqual([]);
});

it('every controller is guarded by declared permissions, never by a guard of its own', () => {
  const own = filesLike('libs/domain/**/*.controller.ts').filter((file) =>
    /@UseGuards|@SetMetadata/.test(readFileSync(resolve(root, file), 'utf8')),
  );
  expect(own).toEqual([]);
});
