/** Real here: the file system and the lock of the operating system. */
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DataFolder, InstallationProblem, runningState } from '@weerbaar/kernel/installation';
import { temporaryFolder } from '../support/embedded-postgres.js';

const state = { pid: process.pid, startedAt: '2026-04-14T10:00:00.000Z', address: 'http://localhost:3000' };

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('has one holder at a time', () => {
  const held = DataFolder.open(folder);
  held.writeState(state);

  expect(() => DataFolder.open(folder)).toThrow(InstallationProblem);
  expect(() => DataFolder.open(folder)).toThrow('http://localhost:3000');
  held.close();
  DataFolder.open(folder).close();
});

it('tells a command what runs on it, and nothing once that has ended', () => {
  const held = DataFolder.open(folder);
  held.writeState(state);

  expect(runningState(folder)).toEqual(state);
  held.close();
  expect(runningState(folder)).toBeUndefined();
});

it('makes its key once: 32 random bytes that only the owner can read', () => {
  const held = DataFolder.open(folder);
  const file = held.secretKeyFile();
  const key = readFileSync(file, 'utf8').trim();

  expect(key).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(readFileSync(held.secretKeyFile(), 'utf8').trim()).toBe(key);
  held.close();
});

it('makes a folder that is not there yet, closed to others', () => {
  const held = DataFolder.open(join(folder, 'new', 'data'));

  expect(statSync(held.path).mode & 0o777).toBe(0o700);
  held.close();
});

it('keeps the log of the run before', () => {
  const held = DataFolder.open(folder);
  const log = held.startLog('api');
  held.startLog('api');

  expect(statSync(`${log}.1`).isFile()).toBe(true);
  held.close();
});
