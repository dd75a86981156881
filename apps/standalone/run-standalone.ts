import { SettingsError } from '@weerbaar/kernel/config';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import { exitWithParent } from '@weerbaar/kernel/lifecycle';
import { Launcher, type StandaloneOptions } from './launcher.js';
import { stopWhenInterrupted } from './stop-when-interrupted.js';

/**
 * Runs the standalone until it is stopped, and prints what made it end otherwise.
 * @param options read only here, so that wrong settings are told like any other problem.
 * @returns the exit code of the process.
 */
export async function runStandalone(options: () => StandaloneOptions): Promise<number> {
  try {
    const launcher = new Launcher(options());
    stopWhenInterrupted(launcher);
    const ended = launcher.run();
    exitWithParent(() => {
      launcher.stop();
      return ended;
    });
    await ended;
    return 0;
  } catch (error) {
    console.error(isForThePerson(error) ? error.message : error);
    return 1;
  }
}

/** What the person who starts it can put right is told without a stack. */
function isForThePerson(error: unknown): error is Error {
  return error instanceof InstallationProblem || error instanceof SettingsError;
}
