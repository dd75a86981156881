import type { Localised } from '@weerbaar/core/figures';
import { ScimProblem } from './scim-error.js';

/** How a value is compared. The ones that ask for an order have no use here. */
export const comparisons = ['eq', 'ne', 'co', 'sw', 'ew'] as const;

export type Comparison = (typeof comparisons)[number];
export type FilterValue = string | number | boolean | null;

/** A filter as a tree (RFC 7644, 3.4.2.2). Names of attributes are in small letters: they know no capitals. */
export type Filter =
  | { readonly kind: 'compare'; readonly path: string; readonly by: Comparison; readonly value: FilterValue }
  | { readonly kind: 'present'; readonly path: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Filter[] }
  | { readonly kind: 'not'; readonly part: Filter };

/** No client comes near; more is made to keep us busy. */
const longest = 2_000;
const deepest = 10;
const mostComparisons = 50;

type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'value'; readonly value: FilterValue }
  | { readonly kind: 'sign'; readonly text: string };

/** @throws ScimProblem `invalidFilter`. */
export function parseFilter(text: string): Filter {
  return new FilterParser(text).whole();
}

/** Where a value of PATCH goes: `emails[type eq "work"].value` (RFC 7644, 3.5.2). */
export interface AttributePath {
  /** In small letters, with the name of a schema before it as it was given. */
  readonly attribute: string;
  /** Which of several values. */
  readonly filter?: Filter;
  readonly subAttribute?: string;
}

/** @throws ScimProblem `invalidPath`. */
export function parsePath(text: string): AttributePath {
  const match = /^([^[\]]+)(?:\[([^\]]*)\](?:\.([a-z$][\w$-]*))?)?$/i.exec(text);
  const [, attribute = '', filter, subAttribute] = match ?? [];
  if (text.length > longest || !attributeName.test(attribute)) throw invalidPath();
  return {
    attribute: attribute.toLowerCase(),
    ...(filter !== undefined && { filter: parseFilter(filter) }),
    ...(subAttribute !== undefined && { subAttribute: subAttribute.toLowerCase() }),
  };
}

const attributeName = /^[a-z$][\w$.:-]*$/i;

class FilterParser {
  private readonly tokens: readonly Token[];
  private at = 0;
  private compared = 0;

  constructor(text: string) {
    if (text.length > longest) throw tooLarge();
    this.tokens = tokensOf(text);
  }

  whole(): Filter {
    const filter = this.or(0, '');
    if (this.at < this.tokens.length) throw unreadable();
    return filter;
  }

  /** @param within attribute whose values are chosen from: `emails` in `emails[type eq "work"]`. */
  private or(depth: number, within: string): Filter {
    if (depth > deepest) throw tooLarge();
    return this.joined('or', () => this.joined('and', () => this.term(depth, within)));
  }

  private joined(kind: 'and' | 'or', next: () => Filter): Filter {
    const parts = [next()];
    while (this.takeWord(kind)) parts.push(next());
    const [only] = parts;
    return only && parts.length === 1 ? only : { kind, parts };
  }

  private term(depth: number, within: string): Filter {
    if (this.takeWord('not')) {
      this.requireSign('(');
      return { kind: 'not', part: this.grouped(depth, within, ')') };
    }
    if (this.takeSign('(')) return this.grouped(depth, within, ')');
    const path = this.path(within);
    if (within === '' && this.takeSign('[')) return this.grouped(depth, path, ']');
    return this.comparison(path);
  }

  private grouped(depth: number, within: string, end: string): Filter {
    const filter = this.or(depth + 1, within);
    this.requireSign(end);
    return filter;
  }

  private path(within: string): string {
    const token = this.next();
    if (token.kind !== 'word' || !attributeName.test(token.text)) throw unreadable();
    const name = token.text.toLowerCase();
    return within === '' ? name : `${within}.${name}`;
  }

  private comparison(path: string): Filter {
    this.compared += 1;
    if (this.compared > mostComparisons) throw tooLarge();
    const token = this.next();
    const operator = token.kind === 'word' ? token.text.toLowerCase() : '';
    if (operator === 'pr') return { kind: 'present', path };
    const by = comparisons.find((known) => known === operator);
    if (!by) throw unreadable();
    return { kind: 'compare', path, by, value: this.value() };
  }

  private value(): FilterValue {
    const token = this.next();
    if (token.kind !== 'value') throw unreadable();
    return token.value;
  }

  private next(): Token {
    const token = this.tokens[this.at];
    if (!token) throw unreadable();
    this.at += 1;
    return token;
  }

  private takeWord(wanted: string): boolean {
    const token = this.tokens[this.at];
    const found = token?.kind === 'word' && token.text.toLowerCase() === wanted;
    if (found) this.at += 1;
    return found;
  }

  private takeSign(wanted: string): boolean {
    const token = this.tokens[this.at];
    const found = token?.kind === 'sign' && token.text === wanted;
    if (found) this.at += 1;
    return found;
  }

  private requireSign(wanted: string): void {
    if (!this.takeSign(wanted)) throw unreadable();
  }
}

/** One text, number or word after another. No pattern here can match the same text in two ways. */
const token = /\s*(?:("(?:[^"\\]|\\.)*")|([()[\]])|([^\s"()[\]]+))/y;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const match = token.exec(text);
    if (!match) throw unreadable();
    const [, quoted, sign, word = ''] = match;
    if (quoted !== undefined) tokens.push({ kind: 'value', value: textIn(quoted) });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: sign });
    else tokens.push(wordToken(word));
  }
  return tokens;
}

function wordToken(word: string): Token {
  if (/^-?\d+(?:\.\d+)?$/.test(word)) return { kind: 'value', value: Number(word) };
  const known: Readonly<Record<string, FilterValue>> = { true: true, false: false, null: null };
  const name = word.toLowerCase();
  return Object.hasOwn(known, name)
    ? { kind: 'value', value: known[name] ?? null }
    : { kind: 'word', text: word };
}

/** Texts are written as in JSON. */
function textIn(quoted: string): string {
  try {
    return JSON.parse(quoted) as string;
  } catch {
    throw unreadable();
  }
}

function unreadable(): ScimProblem {
  return invalidFilter({
    nl: 'Dit filter is niet te lezen.',
    en: 'This filter can not be read.',
  });
}

function tooLarge(): ScimProblem {
  return invalidFilter({
    nl: `Een filter heeft hoogstens ${longest} tekens, ${mostComparisons} vergelijkingen en ${deepest} lagen haakjes.`,
    en: `A filter has ${longest} characters, ${mostComparisons} comparisons and ${deepest} layers of brackets at most.`,
  });
}

export function invalidFilter(detail: Localised): ScimProblem {
  return new ScimProblem('invalidFilter', detail);
}

export function invalidPath(): ScimProblem {
  return new ScimProblem('invalidPath', {
    nl: 'Dit pad wijst geen gegeven aan dat wij kennen.',
    en: 'This path leads to no attribute that we know.',
  });
}
