import { Performances } from './proof-jobs.js';
import { startWorker } from './worker.js';

/** A worker as a process of its own, to be killed. Arguments: the database and, if any, Redis. */
const [databaseUrl = '', redisUrl] = process.argv.slice(2);

class ToldPerformances extends Performances {
  override note(job: string): void {
    process.stdout.write(`performing ${job}\n`);
  }
}

await startWorker({ databaseUrl, redisUrl, performances: new ToldPerformances() });
process.stdout.write('ready\n');
