import type { ValidationError } from 'class-validator';
import type { Localised } from '@weerbaar/core/figures';
import type { Fault } from '@weerbaar/kernel/problems';

type Context = Readonly<Record<string, unknown>>;

/** Per class-validator constraint: the stable code and the words for a person. */
const catalogue: Readonly<Record<string, readonly [code: string, message: (context: Context) => Localised]>> =
  {
    isString: ['text', () => ({ nl: 'Vul tekst in.', en: 'Enter text.' })],
    isNotEmpty: ['required', () => ({ nl: 'Vul dit in.', en: 'This is required.' })],
    maxLength: [
      'too-long',
      ({ max }) => ({
        nl: `Gebruik hoogstens ${String(max)} tekens.`,
        en: `Use ${String(max)} characters at most.`,
      }),
    ],
    matches: [
      'pattern',
      () => ({ nl: 'Dit heeft niet de goede vorm.', en: 'This does not have the right form.' }),
    ],
    isMailAddress: [
      'mail-address',
      () => ({
        nl: 'Vul een e-mailadres in, als naam@organisatie.nl.',
        en: 'Enter an e-mail address, as name@organisation.example.',
      }),
    ],
    isIn: [
      'choice',
      ({ values }) => ({ nl: `Kies uit: ${String(values)}.`, en: `Choose from: ${String(values)}.` }),
    ],
    isInt: ['whole-number', () => ({ nl: 'Vul een heel getal in.', en: 'Enter a whole number.' })],
    isTwoDecimals: [
      'number',
      () => ({
        nl: 'Vul een getal in, met hoogstens 2 decimalen.',
        en: 'Enter a number with 2 decimals at most.',
      }),
    ],
    min: [
      'too-low',
      ({ min }) => ({ nl: `Vul ${String(min)} of hoger in.`, en: `Enter ${String(min)} or more.` }),
    ],
    max: [
      'too-high',
      ({ max }) => ({ nl: `Vul ${String(max)} of lager in.`, en: `Enter ${String(max)} or less.` }),
    ],
    isDay: [
      'day',
      () => ({
        nl: 'Vul een bestaande datum in, als jjjj-mm-dd.',
        en: 'Enter an existing date as yyyy-mm-dd.',
      }),
    ],
    isNotBefore: [
      'before-first-day',
      () => ({ nl: 'De laatste dag ligt voor de eerste.', en: 'The last day is before the first.' }),
    ],
    isWithinReach: [
      'too-far',
      ({ reach }) => ({
        nl: `Verder bladeren dan nummer ${String(reach)} kan niet. Zoek gerichter.`,
        en: `Paging past number ${String(reach)} is not possible. Narrow your search.`,
      }),
    ],
    isUuid: [
      'identifier',
      () => ({ nl: 'Dit is geen geldige verwijzing.', en: 'This is not a valid reference.' }),
    ],
    isBoolean: ['flag', () => ({ nl: 'Kies ja of nee.', en: 'Choose yes or no.' })],
    isArray: ['list', () => ({ nl: 'Geef een lijst.', en: 'Give a list.' })],
    arrayMaxSize: [
      'too-many',
      ({ max }) => ({ nl: `Geef er hoogstens ${String(max)}.`, en: `Give ${String(max)} at most.` }),
    ],
    arrayMinSize: [
      'too-few',
      ({ min }) => ({ nl: `Geef er minstens ${String(min)}.`, en: `Give at least ${String(min)}.` }),
    ],
    whitelistValidation: [
      'unknown-field',
      () => ({ nl: 'Dit veld bestaat niet.', en: 'This field does not exist.' }),
    ],
  };

const unclear: readonly [string, () => Localised] = [
  'invalid',
  () => ({ nl: 'Dit klopt niet.', en: 'This is not right.' }),
];

/** All faults class-validator found, with dotted paths. One fault a field is enough: the first by importance. */
export function faultsOf(errors: readonly ValidationError[], parent = ''): Fault[] {
  return errors.flatMap((error) => {
    const path = parent ? `${parent}.${error.property}` : error.property;
    return [...ownFault(error, path), ...faultsOf(error.children ?? [], path)];
  });
}

function ownFault(error: ValidationError, path: string): Fault[] {
  const broken = Object.keys(error.constraints ?? {});
  if (broken.length === 0) return [];
  if (error.value === undefined && !broken.includes('whitelistValidation')) return [required(path)];
  const constraint = importance(error.value).find((name) => broken.includes(name)) ?? broken[0] ?? '';
  const [code, message] = catalogue[constraint] ?? unclear;
  const context = (error.contexts?.[constraint] ?? {}) as Context;
  return [{ path, code, message: message(context) }];
}

function required(path: string): Fault {
  return { path, code: 'required', message: { nl: 'Vul dit in.', en: 'This is required.' } };
}

/** An empty value is "required", whatever else is wrong with it. */
function importance(value: unknown): string[] {
  const names = Object.keys(catalogue);
  return value === undefined || value === null || value === '' ? ['isNotEmpty', ...names] : names;
}
