import { resolve } from 'node:path';
import { type DemoAccount, knownDemoAccounts } from '@weerbaar/demo';
import { SystemClock } from '@weerbaar/kernel/clock';
import { processSettings } from '@weerbaar/kernel/config';
import { codeAt } from '@weerbaar/kernel/identity';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import type { Terminal } from '../terminal.js';

/** Prints the code and nothing else, so that it can be used in another command. */
export function showDemoCode(username: string, terminal: Terminal): void {
  const { WEERBAAR_DATA_DIR: folder } = processSettings();
  const accounts = knownDemoAccounts(folder);
  if (accounts.length === 0) throw noAccounts(resolve(folder));
  const account = accounts.find((one) => one.username === username);
  if (!account) throw unknownAccount(username, accounts);
  if (!account.authenticatorSecret) throw noApp(username);
  terminal.print(codeAt(account.authenticatorSecret, new SystemClock().now()));
}

function noAccounts(folder: string): InstallationProblem {
  return new InstallationProblem(
    `In de datamap ${folder} staan geen demo-accounts. Draait Weerbaar op een andere datamap? Zet die in WEERBAAR_DATA_DIR`,
    `there are no demo accounts in the data folder ${folder}. Does Weerbaar run on another one? Name it in WEERBAAR_DATA_DIR`,
  );
}

function unknownAccount(username: string, known: readonly DemoAccount[]): InstallationProblem {
  const names = known.map((one) => one.username).join(', ');
  return new InstallationProblem(
    `Er is geen demo-account ${username}; deze zijn er: ${names}`,
    `there is no demo account ${username}; these are there: ${names}`,
  );
}

function noApp(username: string): InstallationProblem {
  return new InstallationProblem(
    `${username} heeft geen authenticator-app: inloggen met het wachtwoord is genoeg`,
    `${username} has no authenticator app: signing in with the password is enough`,
  );
}
