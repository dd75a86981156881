import { randomInt } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assuranceFor } from '@weerbaar/kernel/access';
import { newAuthenticatorSecret } from '@weerbaar/kernel/identity';
import { accountHolders } from './account-holders.js';
import { demoContent } from './content/demo-content.js';
import type { DemoAccount } from './demo-start.js';

/**
 * The demo accounts with their passwords and authenticator apps: random per installation and the same at every start, because
 * they are kept in the data folder for whoever started it.
 */
export function demoAccounts(dataFolder: string, usernames: readonly string[]): readonly DemoAccount[] {
  const file = fileIn(dataFolder);
  const known = new Map(readAccounts(file).map((account) => [account.username, account]));
  const accounts = usernames.map((username) => known.get(username) ?? newDemoAccount(username));
  writeFileSync(`${file}.new`, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return accounts;
}

/** With a password that is kept nowhere, and an authenticator app where a role asks for one. */
export function newDemoAccount(username: string): DemoAccount {
  const account = { username, password: newPassword() };
  return needsSecondFactor(username)
    ? { ...account, authenticatorSecret: newAuthenticatorSecret() }
    : account;
}

function needsSecondFactor(username: string): boolean {
  const holder = demoContent.persons.find(({ key }) => key === accountHolders[username]);
  return holder?.roles.some((role) => assuranceFor(role) !== 'password') ?? false;
}

/** The accounts that were made before; none when there are none. */
export function knownDemoAccounts(dataFolder: string): readonly DemoAccount[] {
  return readAccounts(fileIn(dataFolder));
}

function fileIn(dataFolder: string): string {
  return join(dataFolder, 'demo-accounts.json');
}

function readAccounts(file: string): readonly DemoAccount[] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as readonly DemoAccount[];
  } catch {
    return [];
  }
}

/** Four groups of four letters and digits that can't be taken for one another: 79 bits. */
function newPassword(): string {
  const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
  const group = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('');
  return Array.from({ length: 4 }, group).join('-');
}
