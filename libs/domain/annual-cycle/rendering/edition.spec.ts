import type { Sensitivity, TakenFigure } from '@weerbaar/core/figures';
import { figuresFor } from './edition.js';

const text = (word: string) => ({ nl: word, en: word });

function figure(id: string, sensitivity: Sensitivity): TakenFigure {
  return {
    definition: {
      id,
      title: text(id),
      definition: text(id),
      register: text('register'),
      countingRule: 'state-at-reference-date',
      sensitivity,
      measure: 'count',
      columns: [
        { id: 'title', label: text('title'), measure: 'text' },
        { id: 'owner', label: text('owner'), measure: 'text', sensitivity: 'internal' },
      ],
    },
    value: { kind: 'table', rows: [['Training', 'A. Jansen']] },
    period: { year: 2026, from: '2026-01-01', to: '2026-12-31', referenceDate: '2026-12-31' },
    runId: `run-${id}`,
  };
}

describe('what an edition may show', () => {
  it('shows no name of an owner to the public, in the column list nor in the rows', () => {
    const [shown] = figuresFor('public', [figure('actions', 'open')]);
    expect(shown?.definition.columns?.map(({ id }) => id)).toEqual(['title']);
    expect(JSON.stringify(shown)).not.toContain('Jansen');
  });

  it('shows owners inside the organisation', () => {
    expect(JSON.stringify(figuresFor('internal', [figure('actions', 'open')]))).toContain('A. Jansen');
  });

  it('keeps internal figures inside', () => {
    expect(figuresFor('public', [figure('notes', 'internal')])).toEqual([]);
    expect(figuresFor('internal', [figure('notes', 'internal')])).toHaveLength(1);
  });

  it.each(['internal', 'public'] as const)('shows counts of people in no edition yet: %s', (edition) => {
    expect(figuresFor(edition, [figure('contacts', 'personal')])).toEqual([]);
  });
});
