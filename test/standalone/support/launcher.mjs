// The launcher with a stand-in for api and worker. Arguments: data folder, port, and optionally a program
// to be the worker.
import { fileURLToPath } from 'node:url';

const built = (path) => import(new URL(`../../../dist/${path}`, import.meta.url).href);
const program = (name) => fileURLToPath(new URL(name, import.meta.url));

const [folder, port, worker = 'idle-worker.mjs'] = process.argv.slice(2);
const { runStandalone } = await built('apps/standalone/run-standalone.js');

process.exit(
  await runStandalone(() => ({
    settings: {
      WEERBAAR_PORT: Number(port),
      WEERBAAR_LISTEN: '127.0.0.1',
      WEERBAAR_DATA_DIR: folder,
      WEERBAAR_DEMO: 'on',
    },
    environment: { ...process.env, WEERBAAR_PORT: port },
    migrate: async () => undefined,
    demo: {
      usernames: ['adviseur'],
      prepare: async () => undefined,
      firstDocuments: async ({ address }) => [`${address}/jaarverslag.pdf`],
    },
    programs: { api: program('tiny-api.mjs'), worker: program(worker) },
    print: (line) => console.log(line),
    startedAt: new Date(),
  })),
);
