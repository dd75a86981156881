// A process that starts a PostgreSQL to be thrown away in the folder given, says so, and waits.
import { join } from 'node:path';

const { startEmbeddedPostgres, throwAwayOptions } = await import(
  new URL('../../../dist/libs/kernel/embedded-postgres/index.js', import.meta.url).href
);
const [folder] = process.argv.slice(2);
const postgres = await startEmbeddedPostgres({
  folder,
  logFile: join(folder, 'postgres.log'),
  environment: process.env,
  options: throwAwayOptions,
  throwAway: true,
});
console.log(`started at ${postgres.port}`);
setInterval(() => undefined, 60_000);
