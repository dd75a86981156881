import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatCell } from '@weerbaar/core/figures';
import { figureReferences } from '@weerbaar/core/richtext';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Deeds, useDeed } from '../shell/deed.js';
import { Section } from '../shell/page.js';
import { Table } from '../shell/table.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';

type Difference = Schemas['FigureDifferenceView'];

interface FiguresProps {
  readonly document: Schemas['AnnualDocumentView'];
}

/** Takes the figures of a draft anew, and shows one by one what they were and in which texts they stand. */
export function Figures({ document }: FiguresProps) {
  const { t } = useTranslation();
  return (
    <Section id="figures" title={t('annualDocuments.figures')}>
      <Deeds>
        <Refreshing document={document} />
      </Deeds>
    </Section>
  );
}

function Refreshing({ document }: FiguresProps) {
  const { t } = useTranslation();
  const { language } = useDates();
  const client = useQueryClient();
  const act = useDeed();
  const documentId = document.id;
  const figures = useQuery(queries.documentFigures(documentId)).data ?? [];
  const chapters = useQuery(queries.chapters(documentId)).data ?? [];
  const changes = queries.figureChanges(documentId);
  const rows = (useQuery(changes).data ?? []).flatMap((difference) => {
    const figure = figures.find(({ id }) => id === difference.figureId);
    return figure ? [{ ...difference, figure }] : [];
  });
  const refresh = async (): Promise<readonly Difference[]> => {
    const changed = await answerOf(
      api.POST('/annual-documents/{documentId}/_refresh-figures', {
        params: { path: { documentId }, header: seen(document) },
      }),
    );
    client.setQueryData(changes.queryKey, changed);
    return changed;
  };
  return (
    <div className="stack">
      <Paragraph className="measure">{t('annualDocuments.figuresLead')}</Paragraph>
      <div>
        <Button
          variant="secondary"
          onClick={() =>
            act({
              ask: refresh,
              told: (changed) => t('annualDocuments.refreshed', { count: changed.length }),
            })
          }
        >
          {t('annualDocuments.refresh')}
        </Button>
      </div>
      {rows.length > 0 && (
        <Table
          label={t('annualDocuments.difference.title')}
          rows={rows}
          keyOf={({ figureId }) => figureId}
          columns={[
            {
              key: 'figure',
              head: t('annualDocuments.difference.figure'),
              isName: true,
              cell: ({ figure }) => figure.title[language],
            },
            {
              key: 'before',
              head: t('annualDocuments.difference.before'),
              isNumber: true,
              cell: ({ before, figure }) => formatCell(before, figure.measure, language),
            },
            {
              key: 'after',
              head: t('annualDocuments.difference.after'),
              isNumber: true,
              cell: ({ after, figure, tableChanged }) =>
                tableChanged
                  ? t('annualDocuments.difference.table')
                  : formatCell(after, figure.measure, language),
            },
            {
              key: 'texts',
              head: t('annualDocuments.difference.texts'),
              cell: ({ figureId }) => {
                const using = chapters.filter(
                  ({ body }) => body && figureReferences(body).includes(figureId),
                );
                if (using.length === 0) return t('annualDocuments.difference.noText');
                return using.map(({ id, number, title }) => (
                  <Link
                    key={id}
                    to="/annual-documents/$documentId/chapters/$chapterId"
                    params={{ documentId, chapterId: id }}
                    className="block-link"
                  >
                    {number} {title}
                  </Link>
                ));
              },
            },
          ]}
        />
      )}
    </div>
  );
}
