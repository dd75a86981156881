import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDocumentName } from '../annual-documents/document-name.js';
import { DocumentStatusTag } from '../annual-documents/document-status.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Empty, Fault, Loading } from '../shell/states.js';
import { Together } from '../shell/together.js';
import { CycleNextStep } from './cycle-next-step.js';
import { newestOf } from './next-step.js';
import { useRights } from './rights.js';

type Cycle = Schemas['AnnualCycleView'];
type Document = Schemas['AnnualDocumentView'];

interface DocumentsToReadProps {
  readonly cycles: readonly Cycle[];
  /** The one that people work in. */
  readonly cycle: Cycle;
}

/** For who has no part in the making: plans and reports of all years, and what they may do beside reading. */
export function DocumentsToRead({ cycles, cycle }: DocumentsToReadProps) {
  const { t } = useTranslation();
  const { contribute } = useRights();
  const params = { year: String(cycle.year) };
  return (
    <Together>
      <CycleNextStep cycle={cycle} cycles={cycles} />
      <Section id="to-read" title={t('cycle.toRead')}>
        <Documents cycles={cycles} />
      </Section>
      <Section id="year" title={t('cycle.title', params)}>
        <ul className="plain-list tasks">
          <li>
            <span>
              <Link to="/annual-cycles/$year" params={params}>
                {t('cycle.yearAtAGlance', params)}
              </Link>
              <span className="task-note">{t('start.yearLead', { phase: t(`phases.${cycle.phase}`) })}</span>
            </span>
          </li>
          {contribute && (
            <li>
              <span>
                <Link to="/annual-cycles/$year/findings/new" params={params}>
                  {t('cycle.addFinding')}
                </Link>
                <span className="task-note">{t('cycle.contributeText')}</span>
              </span>
            </li>
          )}
        </ul>
      </Section>
    </Together>
  );
}

function Documents({ cycles }: Pick<DocumentsToReadProps, 'cycles'>) {
  const { t } = useTranslation();
  const years = cycles.map(({ year }) => year).toSorted((a, b) => b - a);
  const asked = useQueries({ queries: years.map((year) => queries.annualDocuments(year)) });
  const failed = asked.find((query) => query.isLoadingError);
  if (failed) return <Fault error={failed.error} again={() => void failed.refetch()} />;
  if (asked.some((query) => query.isLoading)) return <Loading rows={2} />;
  const all = asked.flatMap(({ data = [] }) => data);
  // While a correction is decided on, what it corrects still stands.
  const standing = newestOf(all.filter(({ status }) => status === 'adopted' || status === 'published'));
  const newest = newestOf(all);
  const documents = all.filter((one) => newest.includes(one) || standing.includes(one));
  if (documents.length === 0) return <Empty>{t('cycle.nothingToRead')}</Empty>;
  return (
    <ul className="plain-list tasks">
      {documents.map((document) => (
        <Line key={document.id} document={document} />
      ))}
    </ul>
  );
}

function Line({ document }: { readonly document: Document }) {
  const { t } = useTranslation();
  const { day, dayOf } = useDates();
  const { nameOf } = useDocumentName();
  const { id, status, adoptedOn, publishedAt } = document;
  const when = publishedAt
    ? t('cycle.publishedOn', { day: dayOf(publishedAt) })
    : adoptedOn && t('cycle.adoptedOn', { day: day(adoptedOn) });
  return (
    <li>
      <span>
        <Link to="/annual-documents/$documentId" params={{ documentId: id }}>
          {nameOf(document)}
        </Link>
        {when && <span className="task-note">{when}</span>}
      </span>
      <DocumentStatusTag status={status} />
    </li>
  );
}
