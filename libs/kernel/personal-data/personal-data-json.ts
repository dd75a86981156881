import type { Language } from '@weerbaar/core/figures';
import type { PersonalDataOverview } from './personal-data.js';

/** For programs: codes stay codes, moments are in UTC. Made while it is sent. */
export async function* personalDataJson(
  { organisation, name, askedAt, parts }: PersonalDataOverview,
  language: Language,
): AsyncGenerator<string> {
  const head = JSON.stringify({ organisation, name, askedAt });
  yield `${head.slice(0, -1)},"parts":[`;
  let isFirst = true;
  for (const { source, batches } of parts) {
    const { id, title, purpose, columns } = source;
    const labels = Object.fromEntries(columns.map((column) => [column.id, column.label[language]]));
    const part = JSON.stringify({ id, title: title[language], purpose: purpose[language], labels });
    yield `${isFirst ? '' : ','}\n${part.slice(0, -1)},"rows":[`;
    isFirst = false;
    let separator = '';
    for await (const batch of batches)
      for (const row of batch) {
        const cells = Object.fromEntries(columns.map((column) => [column.id, row[column.id] ?? null]));
        yield `${separator}\n${JSON.stringify(cells)}`;
        separator = ',';
      }
    yield ']}';
  }
  yield ']}\n';
}
