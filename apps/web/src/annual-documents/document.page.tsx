import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Deeds } from '../shell/deed.js';
import { Page } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { AdoptionSteps, Correction, Decision, Submission } from './adoption.js';
import { Chapters } from './chapters.js';
import { useDocumentName } from './document-name.js';
import { DocumentStatusTag } from './document-status.js';
import { Figures } from './figures.js';
import { DocumentNextStep } from './next-step.js';
import { Renderings } from './renderings.js';

const route = getRouteApi('/inside/annual-documents/$documentId');

/** One plan or report: what must still be written, where it stands, and what can be done with it now. */
export function DocumentPage() {
  const { t } = useTranslation();
  const { documentId } = route.useParams();
  const document = useQuery(queries.annualDocument(documentId));
  const { nameOf, aboveOf } = useDocumentName();
  const { data } = document;
  return (
    <Page
      key={documentId}
      title={data ? nameOf(data) : t('annualDocuments.column.document')}
      trail={data ? aboveOf(data) : [{ label: t('pages.start'), to: '/' }]}
    >
      <Loaded query={document} rows={8}>
        {(found) => <Everything document={found} />}
      </Loaded>
    </Page>
  );
}

function Everything({ document }: { readonly document: Schemas['AnnualDocumentView'] }) {
  const { t } = useTranslation();
  const { page = 1 } = route.useSearch();
  const { abilities, correctionReason, id, kind, revision, status, year } = document;
  const revisions = useQuery(queries.annualDocuments(year)).data ?? [];
  const newer = revisions.find((one) => one.kind === kind && one.revision > revision);
  return (
    <Deeds>
      <div className="stack">
        <div className="tools">
          <DocumentStatusTag status={status} />
          <span>{t('annualDocuments.revision', { number: revision })}</span>
        </div>
        {correctionReason && (
          <Paragraph className="measure">
            {t('annualDocuments.correction', { reason: correctionReason })}
          </Paragraph>
        )}
        {newer && (
          <Paragraph className="measure">
            {t('annualDocuments.newer')}{' '}
            <Link to="/annual-documents/$documentId" params={{ documentId: newer.id }}>
              {t('annualDocuments.toRevision', { number: newer.revision })}
            </Link>
          </Paragraph>
        )}
        <DocumentNextStep document={document} />
      </div>
      {status === 'submitted' && <AdoptionSteps document={document} />}
      {abilities.decide && <Decision document={document} />}
      <Chapters document={document} />
      {abilities.edit && <Figures document={document} />}
      <Renderings documentId={id} page={page} />
      {status !== 'submitted' && <AdoptionSteps document={document} />}
      {abilities.submit && <Submission document={document} />}
      {abilities.correct && !newer && <Correction document={document} />}
    </Deeds>
  );
}
