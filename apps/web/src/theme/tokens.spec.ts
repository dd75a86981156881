import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Real: the styles as they are bundled, of the design system and of our own. */

const require = createRequire(import.meta.url);
const own = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8');
const withoutComments = (css: string): string => css.replaceAll(/\/\*[^]*?\*\//g, '');

const imported = [...own('design-system.css').matchAll(/@import '([^']+)'/g)].map(([, path]) => path ?? '');
const components = imported.map((path) => readFileSync(require.resolve(path), 'utf8'));
const tokens = withoutComments(own('tokens.css'));
const subjects = [...own('app.css').matchAll(/@import '\.\/([^']+)'/g)].map(([, name]) => name ?? '');
const app = withoutComments([...subjects, 'help.css'].map(own).join(''));

function defined(...styles: readonly string[]): ReadonlySet<string> {
  return new Set(styles.flatMap((css) => [...css.matchAll(/(--[\w-]+)\s*:/g)].map(([, name]) => name ?? '')));
}

/** Names that are asked for with nothing to fall back on. */
function asked(css: string): string[] {
  return [...css.matchAll(/var\(\s*(--[\w-]+)\s*\)/g)].map(([, name]) => name ?? '');
}

describe('the tokens', () => {
  it('answer every name that the components of the design system ask for', () => {
    const known = defined(tokens, ...components);
    expect(components.length).toBeGreaterThan(15);
    expect(subjects.length).toBeGreaterThan(5);
    expect([...new Set(components.flatMap(asked))].filter((name) => !known.has(name))).toEqual([]);
  });

  it('answer every name that our own styles ask for', () => {
    const known = defined(tokens);
    expect([...asked(app), ...asked(tokens)].filter((name) => !known.has(name))).toEqual([]);
  });

  it('hold no name that nothing asks for', () => {
    const wanted = new Set([...components, app, tokens].flatMap(asked));
    // Asked for with a fallback, or within the component itself.
    const inComponents = components.join('');
    const idle = [...defined(tokens)].filter((name) => !wanted.has(name) && !inComponents.includes(name));
    expect(idle).toEqual([]);
  });

  it('can be read: what is written in a colour stands out from what is behind it (WCAG 1.4.3)', () => {
    const value = (name: string): string =>
      new RegExp(`--weerbaar-${name}:\\s*(?:var\\([\\w-]+,\\s*)?(#[0-9a-f]{6})`).exec(tokens)?.[1] ?? '';
    const pairs: readonly (readonly [string, string])[] = [
      // The hover colour is that of the action, darkened: it stands out more.
      ...['text', 'muted', 'action', 'brand', 'error', 'success', 'warning'].map(
        (name) => [value(name), '#ffffff'] as const,
      ),
      [value('muted'), value('tint')],
      ...['ok', 'info', 'attention', 'late'].map(
        (tone) => [value(`${tone}-text`), value(`${tone}-ground`)] as const,
      ),
    ];
    for (const [text, ground] of pairs)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThan(4.5);
  });
});

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
