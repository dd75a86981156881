import { NestFactory } from '@nestjs/core';
import { processSettings } from '@weerbaar/kernel/config';
import { runProcess } from '@weerbaar/kernel/lifecycle';
import { processLogger } from '@weerbaar/kernel/logging';
import { WorkerModule } from './worker.module.js';

await runProcess(async () => {
  const module = WorkerModule.with(processSettings(['DATABASE_URL']));
  const worker = await NestFactory.createApplicationContext(module, {
    logger: processLogger(),
    abortOnError: false,
  });
  worker.enableShutdownHooks();
  return worker;
});
