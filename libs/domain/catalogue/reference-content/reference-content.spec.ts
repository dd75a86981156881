import type { Localised } from '@weerbaar/core/figures';
import { roles } from '@weerbaar/kernel/context';
import { referenceContent } from './reference-content.js';

const { themes, blocks, baseNorms, assessmentScale } = referenceContent;

/** Every text of the content, found by shape so that a field added later is checked too. */
function textsIn(value: unknown): Localised[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('nl' in value || 'en' in value) return [value as Localised];
  return Object.values(value).flatMap(textsIn);
}

describe('reference content of the catalogue', () => {
  it('has the eight themes of the integrity system in order', () => {
    expect(themes.map((theme) => theme.code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it.each([
    ['1', 'abcdefghi'],
    ['2', 'abcdefg'],
    ['3', 'abcdef'],
    ['4', 'abcdefgh'],
    ['5', 'abcd'],
    ['6', 'ab'],
    ['7', 'abcd'],
    ['8', 'abcde'],
  ])('theme %s has the blocks %s', (theme, letters) => {
    const codes = blocks.filter((block) => block.theme === theme).map((block) => block.code);
    expect(codes).toEqual([...letters].map((letter) => theme + letter));
  });

  it('has exactly 45 building blocks, each with its own code and name', () => {
    expect(blocks).toHaveLength(45);
    expect(new Set(blocks.map((block) => block.code)).size).toBe(45);
    expect(new Set(blocks.map((block) => block.name.nl)).size).toBe(45);
    expect(new Set(blocks.map((block) => block.name.en)).size).toBe(45);
  });

  it('serves each of the twelve national base norms with at least one block', () => {
    expect(baseNorms).toHaveLength(12);
    const served = new Set(blocks.flatMap((block) => block.baseNorms));
    expect(baseNorms.map((norm) => norm.code).filter((code) => !served.has(code))).toEqual([]);
  });

  it('has every text in Dutch and in English', () => {
    const texts = textsIn(referenceContent);
    expect(texts.length).toBeGreaterThan(300);
    for (const text of texts) {
      expect(text.nl?.trim() ?? '', JSON.stringify(text)).not.toBe('');
      expect(text.en?.trim() ?? '', JSON.stringify(text)).not.toBe('');
    }
  });

  it('carries no name that belongs to one organisation', () => {
    const localNames = /RAP-app|\bBING\b|Leerplein|Lekker Werken|Infopunt Integriteit|Arnhem/i;
    const found = textsIn(referenceContent).filter((text) => localNames.test(`${text.nl} ${text.en}`));
    expect(found).toEqual([]);
  });

  it('gives each block a default owner among the roles of the system', () => {
    for (const block of blocks) expect(roles).toContain(block.defaultOwnerRole);
  });

  it('reviews each block at least every four years and at most twice a year', () => {
    for (const block of blocks) {
      expect(block.reviewIntervalMonths, block.code).toBeGreaterThanOrEqual(6);
      expect(block.reviewIntervalMonths, block.code).toBeLessThanOrEqual(48);
    }
  });

  it('says for each block what evidence shows that it works', () => {
    for (const block of blocks) {
      expect(block.evidence.length, block.code).toBeGreaterThanOrEqual(2);
      expect(block.evidence.length, block.code).toBeLessThanOrEqual(4);
    }
  });

  it.each([
    ['1f', 'artikel 4 lid 3'],
    ['1g', 'artikel 5 lid 1 onder a'],
    ['3a', 'artikel 5 lid 1 onder b en c'],
    ['3b', 'artikel 5 lid 1 onder d'],
    ['7b', 'artikel 5 lid 1 onder e'],
    ['8d', 'artikel 4 lid 4'],
  ])('block %s rests on %s of the Ambtenarenwet 2017', (code, article) => {
    const block = blocks.find((candidate) => candidate.code === code);
    expect(block?.legalBasis?.nl).toContain('Ambtenarenwet 2017');
    expect(block?.legalBasis?.nl).toContain(article);
  });

  it('does not make the data protection officer owner of what that officer supervises', () => {
    const owned = blocks.filter((block) => block.defaultOwnerRole === 'data-protection-officer');
    expect(owned).toEqual([]);
  });

  it('assesses design, existence and operation on a scale of three', () => {
    expect(assessmentScale.aspects.map((aspect) => aspect.name.nl)).toEqual(['Opzet', 'Bestaan', 'Werking']);
    expect(assessmentScale.judgements.map((judgement) => judgement.code)).toEqual([
      'sufficient',
      'partial',
      'insufficient',
    ]);
  });
});
