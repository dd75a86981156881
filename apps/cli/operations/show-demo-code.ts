import { knownDemoAccounts } from '@weerbaar/demo';
import { SystemClock } from '@weerbaar/kernel/clock';
import { processSettings } from '@weerbaar/kernel/config';
import { codeAt } from '@weerbaar/kernel/identity';
import { InstallationProblem } from '@weerbaar/kernel/installation';
import type { Terminal } from '../terminal.js';

/** Prints the code and nothing else, so that it can be used in another command. */
export function showDemoCode(account: string, terminal: Terminal): void {
  const known = knownDemoAccounts(processSettings().WEERBAAR_DATA_DIR);
  const secret = known.find(({ username }) => username === account)?.authenticatorSecret;
  if (!secret) throw noApp(known.flatMap((one) => (one.authenticatorSecret ? [one.username] : [])));
  terminal.print(codeAt(secret, new SystemClock().now()));
}

function noApp(others: readonly string[]): InstallationProblem {
  const names = others.join(', ') || '-';
  return new InstallationProblem(
    `Dit account heeft geen authenticator-app; deze wel: ${names}`,
    `this account has no authenticator app; these have: ${names}`,
  );
}
