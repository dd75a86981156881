import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { SelectFilter } from '../shell/filters.js';
import { Section } from '../shell/page.js';
import { Paging } from '../shell/paging.js';
import { Fault, Loaded } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Button, Paragraph } from '../ui.js';
import { useMaking } from './use-making.js';

type Rendering = Schemas['RenderingView'];

const editions: readonly Schemas['Edition'][] = ['internal', 'public'];

interface RenderingsProps {
  readonly documentId: string;
  readonly page: number;
}

/** Makes an edition in all formats, and gives what was made before: when, for whom, by whom. */
export function Renderings({ documentId, page }: RenderingsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [edition, choose] = useState<Schemas['Edition']>('internal');
  const make = useMaking(documentId, ({ id }) =>
    navigate({
      to: '/annual-documents/$documentId/preview',
      params: { documentId },
      search: { rendering: id },
    }),
  );
  const made = useQuery(queries.renderings(documentId, page));
  return (
    <Section id="make" title={t('annualDocuments.make')}>
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.makeLead')}</Paragraph>
        <div className="filters">
          <SelectFilter
            id="edition"
            label={t('annualDocuments.edition')}
            value={edition}
            choose={(value) => choose(value === 'public' ? 'public' : 'internal')}
          >
            {editions.map((one) => (
              <option key={one} value={one}>
                {t(`annualDocuments.editions.${one}`)}
              </option>
            ))}
          </SelectFilter>
          <Button variant="secondary" onClick={() => make.mutate(edition)}>
            {t('annualDocuments.generate')}
          </Button>
        </div>
        {make.error && <Fault error={make.error} />}
        <Loaded query={made} rows={2}>
          {({ items, total, pageSize }) =>
            total > 0 && (
              <div>
                <Made renderings={items} />
                <Paging page={page} pageSize={pageSize} total={total} hash="make" />
              </div>
            )
          }
        </Loaded>
      </div>
    </Section>
  );
}

function Made({ renderings }: { readonly renderings: readonly Rendering[] }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  return (
    <Table
      label={t('annualDocuments.madeBefore')}
      rows={renderings}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'made',
          head: t('annualDocuments.column.made'),
          isName: true,
          cell: ({ id, documentId, requestedAt }) => (
            <Link
              to="/annual-documents/$documentId/preview"
              params={{ documentId }}
              search={{ rendering: id }}
            >
              {moment(requestedAt)}
            </Link>
          ),
        },
        {
          key: 'edition',
          head: t('annualDocuments.edition'),
          cell: ({ edition }) => t(`annualDocuments.editions.${edition}`),
        },
        {
          key: 'by',
          head: t('annualDocuments.column.madeBy'),
          cell: ({ requestedBy }) => requestedBy?.name ?? '–',
        },
        {
          key: 'files',
          head: t('annualDocuments.column.files'),
          cell: (rendering) =>
            rendering.state === 'done' ? (
              <Files rendering={rendering} />
            ) : (
              <RenderingProgress rendering={rendering} />
            ),
        },
      ]}
    />
  );
}

export function RenderingProgress({
  rendering: { state, progress, errorCode },
}: {
  readonly rendering: Rendering;
}) {
  const { t } = useTranslation();
  if (state === 'done') return t('annualDocuments.made');
  if (state === 'failed')
    return t(errorCode === 'not-typesettable' ? 'annualDocuments.notTypesettable' : 'annualDocuments.failed');
  return t('annualDocuments.progress', { progress });
}

const formats: readonly Schemas['DocumentFormat'][] = [
  'html',
  'pdf',
  'word',
  'spreadsheet',
  'tables-csv',
  'archive-pdf',
];

/** Every format, what people want most first; what a browser shows itself in a tab of its own. */
export function Files({ rendering: { files } }: { readonly rendering: Rendering }) {
  const { t } = useTranslation();
  const inOrder = formats.flatMap((format) => files.find((file) => file.format === format) ?? []);
  return (
    <ul className="plain-list files">
      {inOrder.map(({ format, href, name }) => (
        <li key={format}>
          {format === 'html' || format === 'pdf' ? (
            <a href={href} target="_blank" rel="noreferrer">
              {t(`annualDocuments.formats.${format}`)} {t('forms.newTab')}
            </a>
          ) : (
            <a href={href} download={name}>
              {t(`annualDocuments.formats.${format}`)}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
