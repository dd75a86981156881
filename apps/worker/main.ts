import { NestFactory } from '@nestjs/core';
import { processSettings } from '@weerbaar/kernel/config';
import { exitWithParent } from '@weerbaar/kernel/lifecycle';
import { WorkerModule } from './worker.module.js';

const settings = processSettings(['DATABASE_URL']);
const worker = await NestFactory.createApplicationContext(WorkerModule.with(settings));
worker.enableShutdownHooks();
exitWithParent(() => worker.close());
