import { type Filter, parseFilter, parsePath } from './filter.js';
import { ScimProblem } from './scim-error.js';

function compare(path: string, value: string | boolean | number | null): Filter {
  return { kind: 'compare', path, by: 'eq', value };
}

function refusal(work: () => unknown): string {
  try {
    work();
    return 'taken';
  } catch (error) {
    return error instanceof ScimProblem ? error.scimType : String(error);
  }
}

const [a, b, c] = [compare('a', 1), compare('b', 2), compare('c', 3)];

describe('a filter', () => {
  it.each<[string, Filter]>([
    ['userName eq "bjensen"', compare('username', 'bjensen')],
    ['userName eq "d\'A \\"x\\" \\\\ \\u00e9)("', compare('username', 'd\'A "x" \\ é)(')],
    ['active eq TRUE', compare('active', true)],
    ['manager eq null', compare('manager', null)],
    ['title pr', { kind: 'present', path: 'title' }],
    ['a eq 1 and b eq 2 or c eq 3', { kind: 'or', parts: [{ kind: 'and', parts: [a, b] }, c] }],
    ['a eq 1 and (b eq 2 or c eq 3)', { kind: 'and', parts: [a, { kind: 'or', parts: [b, c] }] }],
    ['((a eq 1) and (b eq 2))', { kind: 'and', parts: [a, b] }],
    ['not (a eq 1) and b eq 2', { kind: 'and', parts: [{ kind: 'not', part: a }, b] }],
    ['emails[type eq "work"]', compare('emails.type', 'work')],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:userName eq "x"',
      compare('urn:ietf:params:scim:schemas:core:2.0:user:username', 'x'),
    ],
  ])('%s is read by the rules of the RFC', (text, expected) => {
    expect(parseFilter(text)).toEqual(expected);
  });

  it.each([
    ['an end that is missing', 'a eq "x'],
    ['a backslash in a row', `a eq "${'\\a'.repeat(900)}`],
    ['line ends in a row', `a eq "${'\n'.repeat(1_900)}`],
    ['many groups', Array.from({ length: 26 }, () => '(a eq 1 or b eq 2)').join(' and ')],
    ['many brackets', `${'('.repeat(1_000)}a eq 1`],
    ['many nots', `${'not ('.repeat(300)}a eq 1`],
  ])('with %s is refused at once', (_, text) => {
    expect(refusal(() => parseFilter(text))).toBe('invalidFilter');
  });
});

describe('a path', () => {
  it.each([
    ['displayName', { attribute: 'displayname' }],
    ['name.givenName', { attribute: 'name.givenname' }],
    [
      'emails[type eq "work"].value',
      { attribute: 'emails', filter: compare('type', 'work'), subAttribute: 'value' },
    ],
    ['emails[primary eq true]', { attribute: 'emails', filter: compare('primary', true) }],
  ])('%s is read', (text, expected) => {
    expect(parsePath(text)).toEqual(expected);
  });

  it.each([
    '',
    'a b',
    '[type eq "x"]',
    'emails[type eq "x"',
    'emails]',
    'emails[a eq 1]value',
    'x'.repeat(2_001),
  ])('%j is refused', (text) => {
    expect(refusal(() => parsePath(text))).toBe('invalidPath');
  });
});
