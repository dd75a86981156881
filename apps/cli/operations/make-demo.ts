import { Demo, demoAccounts, newDemoAccount } from '@weerbaar/demo';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import { addressIn, withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';

export async function makeDemo(force: boolean, terminal: Terminal): Promise<void> {
  await withDatabase(['DATABASE_URL', 'DATABASE_OWNER_URL'], async ({ settings, embedded }) => {
    if (!embedded && !force) throw realData();
    const demo = new Demo(settings);
    const accounts = embedded
      ? demoAccounts(settings.WEERBAAR_DATA_DIR, demo.usernames)
      : demo.usernames.map(newDemoAccount);
    const database = {
      DATABASE_URL: addressIn(settings, 'DATABASE_URL'),
      DATABASE_OWNER_URL: addressIn(settings, 'DATABASE_OWNER_URL'),
      WEERBAAR_SECRET: settings.WEERBAAR_SECRET,
    };
    const made = await demo.makeOnce(database, accounts);
    terminal.print(
      made
        ? { nl: 'De voorbeeldorganisatie is gemaakt.', en: 'The demo organisation was made.' }
        : { nl: 'De voorbeeldorganisatie was er al.', en: 'The demo organisation was there already.' },
    );
    // Passwords that were made now open nothing that was there before.
    if (made || embedded)
      terminal.table(
        accounts.map(({ username, password, authenticatorSecret = '' }) => [
          username,
          password,
          authenticatorSecret,
        ]),
      );
  });
}

function realData(): InstallationProblem {
  return new InstallationProblem(
    'De voorbeeldorganisatie hoort niet bij echte gegevens; --force maakt haar toch',
    'the demo organisation does not belong with real data; --force makes it all the same',
  );
}
