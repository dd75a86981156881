import { fileURLToPath } from 'node:url';
import { Demo } from '@weerbaar/demo';
import { SystemClock } from '@weerbaar/kernel/clock';
import { processEnvironment, processSettings } from '@weerbaar/kernel/config';
import { migrate } from '@weerbaar/kernel/database';
import { prepareQueueSchema } from '@weerbaar/kernel/jobs';
import { migrations } from '../../migrations/index.js';
import { buildPages } from './pages.js';
import { runStandalone } from './run-standalone.js';

const program = (path: string) => fileURLToPath(new URL(path, import.meta.url));

process.exit(
  await runStandalone((settings = processSettings()) => ({
    settings,
    demo: settings.WEERBAAR_DEMO === 'on' && !settings.DATABASE_URL ? new Demo(settings) : undefined,
    environment: processEnvironment(),
    migrate: (urls) =>
      migrate({
        ownerUrl: urls.DATABASE_OWNER_URL,
        applicationUrl: urls.DATABASE_URL,
        migrations,
        prepareQueue: prepareQueueSchema,
      }),
    buildPages,
    programs: { api: program('../api/main.js'), worker: program('../worker/main.js') },
    print: (line) => console.log(line),
    startedAt: new SystemClock().now(),
  })),
);
