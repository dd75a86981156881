import { run } from './bootstrap.mjs';

await run('apps/standalone/main.js');
