import { readFileSync } from 'node:fs';
import { Ajv, type ErrorObject } from 'ajv';
import { settingFormats } from './setting-formats.js';
import { type SettingDefinition, type SettingName, settingsSchema } from './settings-schema.js';

type ValueOf<D> = D extends { enum: readonly (infer E)[] }
  ? E
  : D extends { type: 'integer' }
    ? number
    : string;

/** Settings as read: those with a default are always there. */
export type Settings = {
  readonly [N in SettingName]: (typeof settingsSchema)[N] extends { default: unknown }
    ? ValueOf<(typeof settingsSchema)[N]>
    : ValueOf<(typeof settingsSchema)[N]> | undefined;
};

/** Token for `Settings` in the container. */
export const SETTINGS = Symbol('SETTINGS');

export type Environment = Readonly<Record<string, string | undefined>>;

/** All faults of the settings at once, each with the name of the setting. Never holds a value. */
export class SettingsError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `Instellingen kloppen niet / settings are not right:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
    this.name = 'SettingsError';
  }
}

const definitions = Object.entries(settingsSchema) as [SettingName, SettingDefinition][];

const validate = new Ajv({
  allErrors: true,
  coerceTypes: true,
  useDefaults: true,
  strict: false,
  formats: settingFormats,
}).compile({ type: 'object', properties: settingsSchema });

/**
 * Reads and checks the settings.
 * @throws SettingsError with every fault, when there is one.
 */
export function readSettings(environment: Environment, required: readonly SettingName[] = []): Settings {
  const faults: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, definition] of definitions) {
    const value = readValue(environment, name, definition, faults);
    if (value !== undefined && value !== '') values[name] = value;
  }
  faults.push(...unknownNames(environment));
  if (!validate(values)) faults.push(...(validate.errors ?? []).map(describe));
  for (const name of required) {
    if (values[name] === undefined) faults.push(`${name}: is nodig / is required`);
  }
  faults.push(...missingCompanions(values));
  if (faults.length > 0) throw new SettingsError(faults);
  return values as Settings;
}

/** The settings of this process. */
export function processSettings(required: readonly SettingName[] = []): Settings {
  return readSettings(process.env, required);
}

function readValue(
  environment: Environment,
  name: SettingName,
  definition: SettingDefinition,
  faults: string[],
): string | undefined {
  const file = definition.secret ? environment[`${name}_FILE`] : undefined;
  if (!file) return environment[name];
  if (environment[name])
    faults.push(`${name}: is ook als ${name}_FILE gegeven / is given as ${name}_FILE as well`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    faults.push(`${name}_FILE: bestand is niet te lezen / file can't be read`);
    return undefined;
  }
}

/** What would only show when it is used, long after the start. */
function missingCompanions(values: Readonly<Record<string, unknown>>): string[] {
  const askedFor = new Map<string, string[]>();
  for (const [name, { requires = [] }] of definitions) {
    if (values[name] === undefined) continue;
    for (const companion of requires.filter((other) => values[other] === undefined)) {
      askedFor.set(companion, [...(askedFor.get(companion) ?? []), name]);
    }
  }
  return [...askedFor].map(
    ([companion, names]) => `${companion}: is nodig bij / is required with ${names.join(', ')}`,
  );
}

/** A misspelt setting would silently fall back to its default; better to say so. */
function unknownNames(environment: Environment): string[] {
  const known = new Set<string>(
    definitions.flatMap(([name, { secret }]) => (secret ? [name, `${name}_FILE`] : [name])),
  );
  return Object.keys(environment)
    .filter((name) => name.startsWith('WEERBAAR_') && !known.has(name))
    .map((name) => `${name}: bestaat niet / does not exist`);
}

function describe(error: ErrorObject): string {
  const name = error.instancePath.slice(1);
  const allowed: unknown = error.params['allowedValues'];
  const detail = Array.isArray(allowed) ? `${error.message} (${allowed.join(', ')})` : error.message;
  return `${name}: ${detail}`;
}

/** The environment of this process, to hand on to processes it starts. */
export function processEnvironment(): Environment {
  return process.env;
}
