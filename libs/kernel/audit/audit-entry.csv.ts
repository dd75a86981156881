import type { FigureCell, Language, Localised } from '@weerbaar/core/figures';
import { csvHeader, csvRow } from '@weerbaar/kernel/documents';
import type { JsonObject } from './json-value.js';
import type { LoggedEntry } from './logged-entry.js';

interface Column {
  readonly label: Localised;
  readonly cell: (entry: LoggedEntry, language: Language) => FigureCell;
}

const yes: Localised = { nl: 'ja', en: 'yes' };
const no: Localised = { nl: 'nee', en: 'no' };

/** Codes stay codes and moments stay in UTC: a line means the same whoever opens the file, and where. */
const columns: readonly Column[] = [
  { label: { nl: 'Volgnummer', en: 'Sequence' }, cell: ({ seal }) => seal?.sequence ?? null },
  { label: { nl: 'Tijdstip (UTC)', en: 'Time (UTC)' }, cell: ({ occurredAt }) => occurredAt.toISOString() },
  { label: { nl: 'Soort handelende', en: 'Kind of actor' }, cell: ({ actor }) => actor.kind },
  { label: { nl: 'Naam', en: 'Name' }, cell: ({ actor }) => actor.name },
  { label: { nl: 'Persoon', en: 'Person' }, cell: ({ actor }) => actor.personId },
  { label: { nl: 'Account', en: 'Account' }, cell: ({ actor }) => actor.accountId },
  { label: { nl: 'Handeling', en: 'Action' }, cell: ({ action }) => action },
  { label: { nl: 'Soort object', en: 'Kind of object' }, cell: ({ objectType }) => objectType },
  { label: { nl: 'Object', en: 'Object' }, cell: ({ objectId }) => objectId },
  { label: { nl: 'Resultaat', en: 'Result' }, cell: ({ result }) => result },
  { label: { nl: 'Oorsprong', en: 'Origin' }, cell: ({ origin }) => origin },
  { label: { nl: 'Verband', en: 'Correlation' }, cell: ({ correlationId }) => correlationId },
  { label: { nl: 'Voor', en: 'Before' }, cell: ({ before }) => json(before) },
  { label: { nl: 'Na', en: 'After' }, cell: ({ after }) => json(after) },
  { label: { nl: 'Gewist', en: 'Erased' }, cell: ({ erased }, language) => (erased ? yes : no)[language] },
  {
    label: { nl: 'Verzegeld (UTC)', en: 'Sealed (UTC)' },
    cell: ({ seal }) => seal?.sealedAt.toISOString() ?? null,
  },
  { label: { nl: 'Logregel', en: 'Entry' }, cell: ({ entryId }) => entryId },
];

/** The entries as CSV, batch by batch. */
export async function* auditCsv(
  batches: AsyncIterable<readonly LoggedEntry[]>,
  language: Language,
): AsyncGenerator<string> {
  yield csvHeader(columns.map(({ label }) => label[language]));
  for await (const batch of batches) {
    yield batch
      .map((entry) =>
        csvRow(
          columns.map(({ cell }) => cell(entry, language)),
          language,
        ),
      )
      .join('');
  }
}

function json(fields: JsonObject | null): string | null {
  return fields && JSON.stringify(fields);
}
