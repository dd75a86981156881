import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/**
 * The container files promise a confined application. No engine runs here: the files are read and held to it.
 */

interface Service {
  readonly image: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly secrets?: readonly string[];
  readonly ports?: readonly string[];
  readonly networks?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { condition: string }>>;
  readonly healthcheck?: { readonly disable?: boolean };
}

interface Compose {
  readonly services: Readonly<Record<string, Service>>;
  readonly secrets: Readonly<Record<string, { file: string }>>;
  readonly networks: Readonly<Record<string, { internal?: boolean }>>;
}

const root = resolve(import.meta.dirname, '../..');
const example = resolve(root, '.env.example');
const text = readFileSync(resolve(root, 'deploy/compose.yaml'), 'utf8');
const compose = parse(text, { merge: true }) as Compose;
const services = Object.entries(compose.services);
const dockerfile = readFileSync(resolve(root, 'deploy/Dockerfile'), 'utf8');

function service(name: string): Service {
  const found = compose.services[name];
  if (!found) throw new Error(`no service ${name}`);
  return found;
}

/** Settings of Weerbaar itself, without the suffix that says that the value is in a file. */
function settingsUsed(): string[] {
  const inCompose = ['migrate', 'api', 'worker'].flatMap((name) =>
    Object.keys(service(name).environment ?? {}),
  );
  const inDockerfile = [...dockerfile.matchAll(/^\s*(?:ENV )?(WEERBAAR_\w+)=/gm)].map(
    ([, name]) => name ?? '',
  );
  return [...new Set([...inCompose, ...inDockerfile])].map((name) => name.replace(/_FILE$/, ''));
}

describe('deploy/compose.yaml', () => {
  it('has the database, the queue, the migration, the api and the worker', () => {
    expect(services.map(([name]) => name).toSorted()).toEqual([
      'api',
      'migrate',
      'postgres',
      'valkey',
      'worker',
    ]);
  });

  it.each(services)(
    '%s is confined: not root, nothing writable but its own, no capabilities',
    (_name, entry) => {
      expect(entry.user).toMatch(/^(?!0|root)\w/);
      expect(entry.read_only).toBe(true);
      expect(entry.cap_drop).toEqual(['ALL']);
      expect(entry.security_opt).toContain('no-new-privileges:true');
    },
  );

  it('runs api, worker and migration from one image', () => {
    expect(new Set(['api', 'worker', 'migrate'].map((name) => service(name).image)).size).toBe(1);
    expect(service('api').command).not.toEqual(service('worker').command);
  });

  it('gives the owner of the database to the migration alone', () => {
    const holders = services.filter(([, entry]) => entry.secrets?.includes('database-owner-url'));
    expect(holders.map(([name]) => name)).toEqual(['migrate']);
  });

  it.each(['api', 'worker'])('%s waits for a healthy database and queue and a finished migration', (name) => {
    expect(service(name).depends_on).toEqual({
      postgres: { condition: 'service_healthy' },
      valkey: { condition: 'service_healthy' },
      migrate: { condition: 'service_completed_successfully' },
    });
  });

  it('holds no password: secrets are files, each declared and given where it is used', () => {
    for (const [, { environment = {}, secrets = [] }] of services) {
      const entries = Object.entries(environment);
      const sensitive = entries.filter(([name]) => /PASSWORD|SECRET|_URL/.test(name));
      const files = entries.filter(([name]) => name.endsWith('_FILE')).map(([, path]) => path);

      expect(sensitive.filter(([name]) => !name.endsWith('_FILE'))).toEqual([]);
      expect(entries.filter(([, value]) => value.includes('://'))).toEqual([]);
      expect(files.filter((path) => !secrets.includes(path.replace('/run/secrets/', '')))).toEqual([]);
      expect(secrets.filter((name) => !compose.secrets[name]?.file.startsWith('./secrets/'))).toEqual([]);
    }
  });

  it('does not start without an address for reports of weaknesses', () => {
    expect(service('api').environment).toMatchObject({
      WEERBAAR_SECURITY_CONTACT: expect.stringMatching(/^\$\{WEERBAAR_SECURITY_CONTACT:\?.+\}$/),
    });
  });

  it('keeps database and queue where only our own processes are, and has them ask for a password', () => {
    expect(compose.networks['inside']).toEqual({ internal: true });
    for (const name of ['postgres', 'valkey']) expect(service(name).networks).toEqual(['inside']);
    expect(service('postgres').environment).toHaveProperty('POSTGRES_PASSWORD_FILE');
    expect(service('postgres').environment).not.toHaveProperty('POSTGRES_HOST_AUTH_METHOD');
    expect(service('valkey').command).toContain('/run/secrets/valkey.conf');
    expect(text).toMatch(/^#\s+printf 'requirepass %s\\n' "\$queue" > secrets\/valkey\.conf$/m);
  });

  it('opens one port, to this machine only', () => {
    expect(services.flatMap(([, { ports = [] }]) => ports)).toEqual(['127.0.0.1:3000:3000']);
  });
});

describe('deploy/Dockerfile', () => {
  const lastStage = dockerfile.slice(dockerfile.lastIndexOf('\nFROM '));

  it('ends as a numbered user that is not root', () => {
    expect([...lastStage.matchAll(/^USER (.+)$/gm)].map(([, user]) => user)).toEqual([service('api').user]);
  });

  it('asks the application itself whether it lives', () => {
    expect(lastStage).toMatch(/^HEALTHCHECK [\s\S]*\/health\/live/m);
  });

  it('starts the api unless told otherwise', () => {
    expect(lastStage).toContain(`CMD ${JSON.stringify(service('api').command).replaceAll(',', ', ')}`);
  });
});

describe('settings of the container files', () => {
  it('all exist', () => {
    const known = new Set(
      [...readFileSync(example, 'utf8').matchAll(/^#?\s?([A-Z_]+)=/gm)].map(([, name]) => name),
    );
    expect(settingsUsed().length).toBeGreaterThan(3);
    expect(settingsUsed().filter((name) => !known.has(name))).toEqual([]);
  });
});
