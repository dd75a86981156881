import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { readSettings } from '@weerbaar/kernel/config';
import { describeApi } from '@weerbaar/kernel/http';
import { ApiModule } from './api.module.js';

// In a preview nothing is made and nothing connects: the settings only have to be complete.
const settings = readSettings({ DATABASE_URL: 'postgres://nobody@localhost/none' });
const app = await NestFactory.create(ApiModule.with(settings), new FastifyAdapter(), {
  preview: true,
  abortOnError: false,
  logger: false,
});
process.stdout.write(`${JSON.stringify(describeApi(app), null, 2)}\n`);
