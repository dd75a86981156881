import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Page } from '../shell/page.js';
import { Empty, Fault, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Button, Paragraph } from '../ui.js';
import { DocumentStatusTag } from './document-status.js';

const route = getRouteApi('/inside/annual-cycles/$year/documents');
const kinds = ['plan', 'report'] as const;

/** Plan and report of a year, with their revisions; what is not there yet can be begun. */
export function DocumentsPage() {
  const { t } = useTranslation();
  const year = Number(route.useParams().year);
  const documents = useQuery(queries.annualDocuments(year));
  return (
    <Page
      title={t('annualDocuments.title', { year })}
      trail={[
        { label: t('pages.start'), to: '/' },
        {
          label: t('cycle.title', { year }),
          to: '/annual-cycles/$year',
          params: { year: String(year) },
        },
      ]}
    >
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.lead', { year })}</Paragraph>
        <Loaded query={documents}>{(found) => <Documents year={year} documents={found} />}</Loaded>
        <p>
          <a href="/published">{t('annualDocuments.published')}</a>
        </p>
      </div>
    </Page>
  );
}

interface DocumentsProps {
  readonly year: number;
  readonly documents: readonly Schemas['AnnualDocumentView'][];
}

function Documents({ year, documents }: DocumentsProps) {
  const { t } = useTranslation();
  const { day, dayOf } = useDates();
  const session = useQuery(queries.session).data;
  const mayBegin = session?.roles.includes('integrity-adviser') ?? false;
  const missing = kinds.filter((kind) => !documents.some((document) => document.kind === kind));
  return (
    <>
      {documents.length === 0 ? (
        <Empty>{t('annualDocuments.none')}</Empty>
      ) : (
        <Table
          label={t('annualDocuments.title', { year })}
          rows={documents}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'document',
              head: t('annualDocuments.column.document'),
              isName: true,
              cell: ({ id, kind, revision, correctionReason }) => (
                <>
                  <Link to="/annual-documents/$documentId" params={{ documentId: id }}>
                    {t('annualDocuments.nameOfRevision', {
                      name: t(`annualDocuments.kinds.${kind}`),
                      number: revision,
                    })}
                  </Link>
                  {correctionReason && (
                    <span className="task-note">
                      {t('annualDocuments.correction', { reason: correctionReason })}
                    </span>
                  )}
                </>
              ),
            },
            {
              key: 'status',
              head: t('annualDocuments.column.status'),
              cell: ({ status }) => <DocumentStatusTag status={status} />,
            },
            {
              key: 'adopted',
              head: t('annualDocuments.column.adopted'),
              cell: ({ adoptedOn }) => (adoptedOn ? day(adoptedOn) : '–'),
            },
            {
              key: 'published',
              head: t('annualDocuments.column.published'),
              cell: ({ publishedAt }) => (publishedAt ? dayOf(publishedAt) : '–'),
            },
          ]}
        />
      )}
      {mayBegin && missing.length > 0 && <Begin year={year} missing={missing} />}
    </>
  );
}

function Begin({
  year,
  missing,
}: {
  readonly year: number;
  readonly missing: readonly (typeof kinds)[number][];
}) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const navigate = useNavigate();
  const begin = useMutation({
    mutationFn: (kind: (typeof kinds)[number]) =>
      answerOf(
        api.POST('/annual-cycles/{year}/annual-documents', { params: { path: { year } }, body: { kind } }),
      ),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: ['annual-documents'] });
      await navigate({ to: '/annual-documents/$documentId', params: { documentId: id } });
    },
  });
  return (
    <>
      {begin.error && <Fault error={begin.error} />}
      <Paragraph className="measure">{t('annualDocuments.beginLead')}</Paragraph>
      <div className="tools">
        {missing.map((kind) => (
          <Button
            key={kind}
            variant={kind === missing[0] ? 'primary' : 'secondary'}
            onClick={() => begin.mutate(kind)}
          >
            {t(`annualDocuments.begin.${kind}`)}
          </Button>
        ))}
      </div>
    </>
  );
}
