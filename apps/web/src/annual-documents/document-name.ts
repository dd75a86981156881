import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';

type Named = Pick<Schemas['AnnualDocumentView'], 'id' | 'kind' | 'year'>;

/** What a plan or report is called, and the pages above those of it. */
export function useDocumentName() {
  const { t } = useTranslation();
  const nameOf = ({ kind, year }: Named): string =>
    t('annualDocuments.name', { kind: t(`annualDocuments.kinds.${kind}`), year });
  const aboveOf = ({ year }: Named) => {
    const params = { year: String(year) };
    return [
      { label: t('pages.start'), to: '/' },
      { label: t('cycle.title', { year }), to: '/annual-cycles/$year', params },
      { label: t('annualDocuments.title', { year }), to: '/annual-cycles/$year/documents', params },
    ] as const;
  };
  const trailOf = (document: Named) =>
    [
      ...aboveOf(document),
      {
        label: nameOf(document),
        to: '/annual-documents/$documentId',
        params: { documentId: document.id },
      },
    ] as const;
  return { nameOf, aboveOf, trailOf };
}
