import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Page } from '../shell/page.js';
import { Fault, Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';

const route = getRouteApi('/inside/annual-documents/$documentId/publish');

/** What is about to become public, to look at once more: what was published stays as it is. */
export function PublishPage() {
  const { t } = useTranslation();
  const document = useQuery(queries.annualDocument(route.useParams().documentId));
  return (
    <Page title={t('annualDocuments.publishTitle')} trail={[{ label: t('pages.start'), to: '/' }]}>
      <Loaded query={document}>{(found) => <Answers document={found} />}</Loaded>
    </Page>
  );
}

function Answers({ document }: { readonly document: Schemas['AnnualDocumentView'] }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { id: documentId, kind, year, revision, adoptedOn, correctionReason, abilities, status } = document;
  const publish = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/annual-documents/{documentId}/_publish', {
          params: { path: { documentId }, header: seen(document) },
        }),
      ),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['annual-documents'] });
      await navigate({ to: '/annual-documents/$documentId', params: { documentId } });
    },
    onError: () => client.invalidateQueries({ queryKey: ['annual-documents'] }),
  });
  return (
    <div className="stack form-column">
      <dl className="facts">
        <div>
          <dt>{t('annualDocuments.column.document')}</dt>
          <dd>
            {t('annualDocuments.name', { kind: t(`annualDocuments.kinds.${kind}`), year })},{' '}
            {t('annualDocuments.revision', { number: revision })}
          </dd>
        </div>
        <div>
          <dt>{t('annualDocuments.column.status')}</dt>
          <dd>{t(`annualDocuments.status.${status}`)}</dd>
        </div>
        {adoptedOn && (
          <div>
            <dt>{t('annualDocuments.column.adopted')}</dt>
            <dd>{day(adoptedOn)}</dd>
          </div>
        )}
        {correctionReason && (
          <div>
            <dt>{t('annualDocuments.correctReason')}</dt>
            <dd>{correctionReason}</dd>
          </div>
        )}
      </dl>
      <Paragraph>{t('annualDocuments.publishLead')}</Paragraph>
      {publish.error && <Fault error={publish.error} />}
      <div className="tools">
        {abilities.publish && (
          <Button onClick={() => publish.mutate()}>{t('annualDocuments.publishSubmit')}</Button>
        )}
        <Link to="/annual-documents/$documentId" params={{ documentId }}>
          {t('annualDocuments.cancel')}
        </Link>
      </div>
    </div>
  );
}
