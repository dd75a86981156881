import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createContext, Script } from 'node:vm';
import ts from 'typescript';
import { settingsSchema } from '@weerbaar/kernel/config';
import { richTextSchema } from '@weerbaar/core/richtext';

/**
 * No pattern can be kept busy by what it reads. One that tries again from every place, or in every combination, needs
 * seconds or centuries for a text of some kilobytes, and meanwhile the process serves nobody.
 * Real: every pattern of the product, on long texts made of its own characters. The time after which one is stopped is
 * no measure: what is in proportion to the text needs a thousandth of it.
 */

const root = resolve(import.meta.dirname, '../..');
const length = 200_000;
const stopAfterMilliseconds = 5_000;

interface Pattern {
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

function patternsIn(file: string): Pattern[] {
  const tree = ts.createSourceFile(
    file,
    readFileSync(resolve(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Pattern[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({
        place: `${file}:${line}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** Patterns inside JSON Schema, which Ajv reads as Unicode patterns. */
function patternsOfSchema(place: string, schema: unknown): Pattern[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'pattern' && typeof value === 'string'
      ? [{ place, source: value, flags: 'u' }]
      : patternsOfSchema(place, value),
  );
}

function patterns(): Pattern[] {
  const files = globSync('{apps,libs}/**/*.ts', { cwd: root }).filter(
    (file) => !/\.(e2e-)?spec\.ts$|node_modules|\/testing\//.test(file),
  );
  return [
    ...files.flatMap(patternsIn),
    ...patternsOfSchema('the schema of rich text', richTextSchema),
    ...patternsOfSchema('the schema of settings', settingsSchema),
  ];
}

/** Characters that a pattern names, and some of every kind that it may mean by a class. */
function charactersOf(source: string): string[] {
  const named = source.replaceAll(/\\[a-zA-Z](?:\{[^}]*\})?/g, '').match(/[^\\^$.*+?()[\]{}|]/gu) ?? [];
  return [...new Set([...named.slice(0, 8), ' ', 'a', '0', '-', '.', '"', '\\', '\n'])];
}

/** What a text must begin with for the rest of the pattern to be tried. */
function beginningOf(source: string): string {
  return (/^\^?((?:[\w:]|\\[/.])+)(?![*+?{])/.exec(source)?.[1] ?? '').replaceAll('\\', '');
}

const box = createContext({ text: '', pattern: / / });
const attempt = new Script('text.replace(pattern, "")');

function isKeptBusy({ source, flags }: Pattern): boolean {
  box['pattern'] = new RegExp(source, flags);
  const starts = [...new Set(['', '\u0001', beginningOf(source)])];
  const units = charactersOf(source).flatMap((character) => [character, `a${character}`]);
  return starts.some((start) =>
    units.some((unit) => neverEnds(`${start}${unit.repeat(length / unit.length)}\u0001`)),
  );
}

function neverEnds(text: string): boolean {
  box['text'] = text;
  try {
    attempt.runInContext(box, { timeout: stopAfterMilliseconds });
    return false;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return true;
    throw error;
  }
}

describe('a pattern', () => {
  it.each([
    ['that repeats what repeats', '^(a+)+$'],
    ['that tries an end from every place', '[. ]+$'],
  ])('%s is found out', (_, source) => {
    expect(isKeptBusy({ place: '', source, flags: '' })).toBe(true);
  });

  const all = patterns();

  it('of the product is found', () => {
    expect(all.length).toBeGreaterThan(50);
  });

  it.each(all.map((pattern) => [pattern.place, pattern] as const))('is done in time in %s', (_, pattern) => {
    expect([pattern.source, isKeptBusy(pattern)]).toEqual([pattern.source, false]);
  });
});
