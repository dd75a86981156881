import { once } from 'node:events';
import { type DemoAccount, demoAccounts, type DemoDatabase } from '@weerbaar/demo';
import { type Settings, settingsSchema } from '@weerbaar/kernel/config';
import type { DatabaseUrls } from '@weerbaar/kernel/embedded-postgres';
import {
  Child,
  DataFolder,
  InstallationProblem,
  type InstallationState,
  localMail,
  startLocalDatabase,
} from '@weerbaar/kernel/installation';
import { pause } from '@weerbaar/kernel/lifecycle';
import { demoMailbox } from './demo-mailbox.js';
import { requireFreePort } from './port.js';
import { untilReady } from './readiness.js';

export type StandaloneSettings = Pick<
  Settings,
  | 'WEERBAAR_PORT'
  | 'WEERBAAR_LISTEN'
  | 'WEERBAAR_DATA_DIR'
  | 'WEERBAAR_DEMO'
  | 'WEERBAAR_SECRET'
  | 'WEERBAAR_TLS'
  | 'WEERBAAR_TRUSTED_PROXIES'
  | 'DATABASE_URL'
  | 'SMTP_URL'
  | 'WEERBAAR_MAIL_FROM'
>;

export interface StandaloneOptions {
  readonly settings: StandaloneSettings;
  /** What the processes are started with; settings of this installation are added. */
  readonly environment: NodeJS.ProcessEnv;
  /** Brings the embedded database up to this version. */
  readonly migrate: (urls: DatabaseUrls) => Promise<unknown>;
  readonly demo?: Demo;
  /** Builds the app for staff where its sources have changed. Server and database start meanwhile. */
  readonly buildPages?: (signal: AbortSignal) => Promise<void>;
  /** Compiled programs. */
  readonly programs: { readonly api: string; readonly worker: string };
  readonly print: (line: string) => void;
  readonly startedAt: Date;
}

/** What fills the demo organisation. Every step is safe to do again: it may have been broken off. */
export interface Demo {
  readonly usernames: readonly string[];
  /** Needs the database only: the api is still starting. */
  prepare(context: DemoContext): Promise<void>;
  /** Waits until the first documents are there. @returns where they are, or nothing when they were there before. */
  firstDocuments(context: DemoContext): Promise<readonly string[]>;
}

export interface DemoContext {
  readonly database: DemoDatabase;
  readonly accounts: readonly DemoAccount[];
  readonly address: string;
  readonly signal: AbortSignal;
}

interface Running {
  stop(hurry: AbortSignal): Promise<void>;
}

/** How long a start that is under way may take to notice that it must stop. */
const startPatienceMilliseconds = 5_000;

/** How long the processes of a launcher that was killed may take to let go of the port. */
const portPatienceMilliseconds = 10_000;

/**
 * Weerbaar in one terminal: PostgreSQL, worker and api as processes that start and end together.
 * What was started last stops first: the api, then the worker, then PostgreSQL.
 */
export class Launcher {
  private readonly running: Running[] = [];
  private readonly ending = new AbortController();
  private readonly hurrying = new AbortController();
  private fault: Error | undefined;

  constructor(private readonly options: StandaloneOptions) {}

  /** Runs until `stop`. @throws what made it end, when that was something else. */
  async run(): Promise<void> {
    const ended = once(this.ending.signal, 'abort');
    const started = this.start().catch((fault: unknown) => this.end(asError(fault)));
    await ended;
    await this.stopAll(started);
    if (this.fault) throw this.fault;
  }

  stop(): void {
    this.end(undefined);
  }

  /** Gives api and worker no more time to finish what they do. */
  hurry(): void {
    this.hurrying.abort();
  }

  private async start(): Promise<void> {
    const { settings, print } = this.options;
    const folder = this.openFolder();
    this.writeState(folder, {});
    await requireFreePort(
      settings.WEERBAAR_PORT,
      settings.WEERBAAR_LISTEN,
      folder.leftBehind ? portPatienceMilliseconds : 0,
    );
    const pagesBuilt = this.options.buildPages?.(this.ending.signal);
    // It is waited for below; a fault before that must not be one that nobody looks at.
    pagesBuilt?.catch((fault: unknown) => this.end(asError(fault)));
    const urls = settings.DATABASE_URL ? undefined : await this.startDatabase(folder);
    this.ending.signal.throwIfAborted();
    const environment = this.childEnvironment(folder, urls);
    this.startChild('worker', folder, environment);
    this.startChild('api', folder, environment);
    const address = addressOf(settings);
    const known = urls && this.demoContext(folder, urls, address);
    // The demo is made while api and worker start: a first start is short of time.
    await Promise.all([
      untilReady(settings.WEERBAAR_LISTEN, settings.WEERBAAR_PORT, this.ending.signal),
      known?.demo.prepare(known.context),
      pagesBuilt,
    ]);
    this.writeState(folder, { address, ...(urls && { database: urls }) });
    print(readyLines(address, known?.context.accounts ?? [], settings.WEERBAAR_DATA_DIR));
    if (known) await this.showDocuments(known.demo, known.context);
  }

  private demoContext(
    folder: DataFolder,
    urls: DatabaseUrls,
    address: string,
  ): { readonly demo: Demo; readonly context: DemoContext } | undefined {
    const { demo, settings } = this.options;
    if (!demo || settings.WEERBAAR_DEMO === 'off') return undefined;
    const accounts = demoAccounts(folder.path, demo.usernames);
    const database = { ...urls, WEERBAAR_SECRET: settings.WEERBAAR_SECRET ?? folder.secretKey() };
    return { demo, context: { database, accounts, address, signal: this.ending.signal } };
  }

  private openFolder(): DataFolder {
    const folder = DataFolder.open(this.options.settings.WEERBAAR_DATA_DIR);
    this.running.push({ stop: async () => folder.close() });
    return folder;
  }

  private writeState(folder: DataFolder, known: Pick<InstallationState, 'address' | 'database'>): void {
    folder.writeState({ pid: process.pid, startedAt: this.options.startedAt.toISOString(), ...known });
  }

  private async startDatabase(folder: DataFolder): Promise<DatabaseUrls> {
    const database = await startLocalDatabase(folder, this.options);
    this.running.push(database);
    void database.ended.then(() =>
      this.end(
        new InstallationProblem(
          'PostgreSQL is onverwacht gestopt; alles stopt',
          `PostgreSQL ended unexpectedly; everything stops. See ${folder.path}/logs/postgres.log`,
        ),
      ),
    );
    return database.urls;
  }

  /** Api and worker never get the address of the owner. */
  private childEnvironment(folder: DataFolder, urls: DatabaseUrls | undefined): NodeJS.ProcessEnv {
    const { environment, settings } = this.options;
    const { DATABASE_OWNER_URL: _owner, DATABASE_OWNER_URL_FILE: _ownerFile, ...inherited } = environment;
    return {
      ...inherited,
      ...(urls && { DATABASE_URL: urls.DATABASE_URL }),
      ...(!settings.WEERBAAR_SECRET && { WEERBAAR_SECRET_FILE: folder.secretKeyFile() }),
      ...localMail(folder, settings),
      ...(this.options.demo && demoMailbox(settings)),
    };
  }

  private startChild(name: 'api' | 'worker', folder: DataFolder, environment: NodeJS.ProcessEnv): void {
    const program = this.options.programs[name];
    const child = new Child({ name, program, environment, logFile: folder.startLog(name) });
    this.running.push(child);
    void child.ended.then(() => {
      // Described only now: when everything stops, its end is no fault.
      if (!this.ending.signal.aborted) this.end(child.unexpectedEnd());
    });
  }

  private async showDocuments(demo: Demo, context: DemoContext): Promise<void> {
    const documents = await demo.firstDocuments(context);
    if (documents.length > 0) {
      this.options.print(`Eerste documenten / first documents: ${documents.join(' ')}`);
    }
  }

  /** The first call says why. */
  private end(fault: Error | undefined): void {
    if (this.ending.signal.aborted) return;
    this.fault = fault;
    this.ending.abort();
  }

  private async stopAll(started: Promise<void>): Promise<void> {
    const hurry = this.hurrying.signal;
    await Promise.race([started, pause(startPatienceMilliseconds, hurry)]);
    for (let last = this.running.pop(); last; last = this.running.pop()) await last.stop(hurry);
  }
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault));
}

function addressOf({ WEERBAAR_LISTEN: host, WEERBAAR_PORT: port }: StandaloneSettings): string {
  const local = ['127.0.0.1', '0.0.0.0', '::1', '::'].includes(host);
  return `http://${local ? 'localhost' : host}:${port}`;
}

/** Where it is, and how to sign in: an account on each line, with the key of its authenticator app where it has one. */
function readyLines(address: string, accounts: readonly DemoAccount[], dataFolder: string): string {
  const ready = `Weerbaar is klaar / is ready: ${address}`;
  if (accounts.length === 0) return ready;
  const rows = [
    ['Inlognaam / sign-in name', 'Wachtwoord / password', 'Sleutel van de app / key of the app'],
    ...accounts.map(({ username, password, authenticatorSecret = '' }) => [
      username,
      password,
      authenticatorSecret,
    ]),
  ];
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const table = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  // A command looks in the usual folder, unless it is told of another.
  const usual = settingsSchema.WEERBAAR_DATA_DIR.default;
  const setting = dataFolder === usual ? '' : `WEERBAAR_DATA_DIR='${dataFolder}' `;
  const coded = accounts.find(({ authenticatorSecret }) => authenticatorSecret);
  const command = `${setting}npx weerbaar demo code ${coded?.username}`;
  return [ready, ...table, ...(coded ? [`  Code van de app / code of the app: ${command}`] : [])].join('\n');
}
