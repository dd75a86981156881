import type { TestProject } from 'vitest/node';
import { Installation } from '../../standalone/support/installation.js';
import { hasChromium } from './chromium.js';

declare module 'vitest' {
  export interface ProvidedContext {
    demoFolder: string;
  }
}

/** The demo, told and with its documents, once: each file begins with a copy of its data folder. */
export default async function makeDemo(project: TestProject): Promise<(() => void) | undefined> {
  if (!hasChromium) return undefined;
  const installation = await Installation.prepare();
  try {
    const program = await installation.start();
    await program.untilPrinted('first documents');
    program.kill('SIGINT');
    await program.ended;
  } catch (error) {
    await installation.end();
    installation.remove();
    throw error;
  }
  project.provide('demoFolder', installation.folder);
  return () => installation.remove();
}
