import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { tellOnArrival } from '../shell/arrival.js';
import { Deeds, useDeed } from '../shell/deed.js';
import { Fact, Facts } from '../shell/facts.js';
import { Page } from '../shell/page.js';
import { Loaded, Only } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';
import { useDocumentName } from './document-name.js';
import { LookAtIt } from './next-step.js';

const route = getRouteApi('/inside/annual-documents/$documentId/publish');

/** What is about to become public, to look at once more: what was published stays as it is. */
export function PublishPage() {
  const { t } = useTranslation();
  const document = useQuery(queries.annualDocument(route.useParams().documentId));
  const { trailOf } = useDocumentName();
  const { data } = document;
  return (
    <Page
      title={t('annualDocuments.publishTitle')}
      trail={data ? trailOf(data) : [{ label: t('pages.start'), to: '/' }]}
    >
      <Loaded query={document}>
        {(found) => (
          <Only may={found.abilities.publish}>
            <Deeds>
              <Answers document={found} />
            </Deeds>
          </Only>
        )}
      </Loaded>
    </Page>
  );
}

function Answers({ document }: { readonly document: Schemas['AnnualDocumentView'] }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const navigate = useNavigate();
  const act = useDeed();
  const { id: documentId, kind, year, revision, adoptedOn, correctionReason, status } = document;
  const publish = async (): Promise<void> => {
    await answerOf(
      api.POST('/annual-documents/{documentId}/_publish', {
        params: { path: { documentId }, header: seen(document) },
      }),
    );
    tellOnArrival(t('annualDocuments.publishedNow'));
    await navigate({ to: '/annual-documents/$documentId', params: { documentId } });
  };
  return (
    <div className="stack form-column">
      <Facts>
        <Fact term={t('annualDocuments.column.document')}>
          {t('annualDocuments.nameOfRevision', {
            name: t('annualDocuments.name', { kind: t(`annualDocuments.kinds.${kind}`), year }),
            number: revision,
          })}
        </Fact>
        <Fact term={t('annualDocuments.column.status')}>{t(`annualDocuments.status.${status}`)}</Fact>
        {adoptedOn && <Fact term={t('annualDocuments.column.adopted')}>{day(adoptedOn)}</Fact>}
        {correctionReason && <Fact term={t('annualDocuments.correctReason')}>{correctionReason}</Fact>}
      </Facts>
      <Paragraph>{t('annualDocuments.publishLead')}</Paragraph>
      <div className="tools">
        <Button onClick={() => act({ ask: publish, told: t('annualDocuments.publishedNow') })}>
          {t('annualDocuments.publishSubmit')}
        </Button>
        <LookAtIt documentId={documentId} edition="public" />
        <Link to="/annual-documents/$documentId" params={{ documentId }}>
          {t('annualDocuments.cancel')}
        </Link>
      </div>
    </div>
  );
}
