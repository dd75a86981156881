import * as fc from 'fast-check';
import { element, toSvgText } from './svg.js';

const fontFamily = 'Source Sans 3';

describe('toSvgText', () => {
  it('writes a stand-alone document with the typeface on the root', () => {
    const svg = element('svg', { width: 10 }, [element('rect', { x: 1 }), element('text', {}, ['a'])]);
    expect(toSvgText(svg, { fontFamily: '"Source Sans 3", sans-serif' })).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" width="10" font-family="&quot;Source Sans 3&quot;, sans-serif">' +
        '<rect x="1"/><text>a</text></svg>',
    );
  });

  it('rounds numbers, and only numbers', () => {
    const svg = element('svg', { x: 1 / 3, y: -0.001, z: 1e-7, d: 'M0.3333 0' }, ['0.3333']);
    expect(toSvgText(svg, { fontFamily })).toContain('x="0.33" y="0" z="0" d="M0.3333 0"');
    expect(toSvgText(svg, { fontFamily })).toContain('>0.3333<');
  });

  it.each([NaN, Infinity])('refuses %d: a picture with a hole in it', (x) => {
    expect(() => toSvgText(element('svg', { x }), { fontFamily })).toThrow(RangeError);
  });

  it('lets no text become markup or break the document', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const written = toSvgText(element('svg', { title: text }, [text]), { fontFamily });
        const [, attribute = '', content = ''] =
          /^<svg xmlns="[^"]*" title="([^"]*)" font-family="[^"]*">([^]*)<\/svg>$/u.exec(written) ?? [];
        const expected = text.replace(
          /[\p{Surrogate}\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu,
          '',
        );
        expect(attribute + content).not.toMatch(/[<>]/u);
        expect([unescaped(attribute), unescaped(content)]).toEqual([expected, expected]);
      }),
    );
  });
});

function unescaped(text: string): string {
  const marks: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
  return text.replace(/&([^;]*);/gu, (_, name: string) => marks[name] ?? 'not an entity');
}
