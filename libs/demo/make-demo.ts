import { NestFactory } from '@nestjs/core';
import type { Settings } from '@weerbaar/kernel/config';
import type { DemoAccount } from './demo-start.js';
import { DemoModule } from './demo.module.js';
import { DemoOrganisation } from './demo-organisation.js';

/** Makes the demo organisation in the database of the settings, once. @returns whether it was not there yet. */
export async function makeDemo(
  settings: Settings,
  accounts: readonly DemoAccount[],
  now: Date,
): Promise<boolean> {
  const context = await NestFactory.createApplicationContext(DemoModule.with(settings, now), {
    logger: ['fatal', 'error', 'warn'],
    abortOnError: false,
  });
  try {
    return await context.get(DemoOrganisation).makeOnce(accounts, now);
  } finally {
    await context.close();
  }
}
