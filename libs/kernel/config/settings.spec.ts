import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environmentExample } from './example.js';
import { readSettings, SettingsError } from './settings.js';
import { settingsSchema } from './settings-schema.js';

function faultsOf(environment: Record<string, string>, required: 'DATABASE_URL'[] = []): readonly string[] {
  try {
    readSettings(environment, required);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.faults;
    throw error;
  }
}

describe('settings', () => {
  it('has a default for everything a first start needs', () => {
    expect(readSettings({})).toMatchObject({
      WEERBAAR_PORT: 3000,
      WEERBAAR_DATA_DIR: '.weerbaar',
      WEERBAAR_DEMO: 'on',
      WEERBAAR_TLS: 'off',
    });
  });

  it('reads numbers as numbers', () => {
    expect(readSettings({ WEERBAAR_PORT: '8080' }).WEERBAAR_PORT).toBe(8080);
  });

  it('names every fault at once', () => {
    const faults = faultsOf(
      { WEERBAAR_PORT: 'many', WEERBAAR_DEMO: 'maybe', REDIS_URL: 'http://x', WEERBAAR_PROT: '1' },
      ['DATABASE_URL'],
    );
    for (const name of ['WEERBAAR_PORT', 'WEERBAAR_DEMO', 'REDIS_URL', 'WEERBAAR_PROT', 'DATABASE_URL']) {
      expect(faults.some((fault) => fault.startsWith(`${name}:`))).toBe(true);
    }
    expect(faults).toHaveLength(5);
  });

  it('never prints the value of a secret', () => {
    expect(faultsOf({ DATABASE_URL: 'mysql://user:hunter2@host' }).join()).not.toContain('hunter2');
  });

  it('reads secrets from a file, without the line end', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'database-url');
    writeFileSync(file, 'postgres://user:secret@host/weerbaar\n');
    expect(readSettings({ DATABASE_URL_FILE: file }).DATABASE_URL).toBe(
      'postgres://user:secret@host/weerbaar',
    );
  });

  it('refuses a secret given twice: which one counts would be a guess', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'settings-')), 'database-url');
    writeFileSync(file, 'postgres://a');
    expect(faultsOf({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://b' })).toHaveLength(1);
  });

  it('says which file of a secret can not be read', () => {
    expect(faultsOf({ DATABASE_URL_FILE: '/does/not/exist' })[0]).toContain('DATABASE_URL_FILE');
  });

  it('stands in the example with every setting', () => {
    for (const name of Object.keys(settingsSchema)) expect(environmentExample()).toContain(`#${name}=`);
  });
});
