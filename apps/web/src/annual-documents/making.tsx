import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Fault } from '../shell/states.js';
import { Button, Label, Paragraph, Select } from '../ui.js';

type Edition = Schemas['Edition'];

const editions: readonly Edition[] = ['internal', 'public'];

interface MakingProps {
  readonly documentId: string;
  /** The one that was asked for last; it stands in the address, so that one can leave the page and come back. */
  readonly renderingId: string | undefined;
}

/** Makes an edition in all formats and shows how far it is. Asking again for the same gives what was made. */
export function Making({ documentId, renderingId }: MakingProps) {
  const { t } = useTranslation();
  const { language } = useDates();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [edition, choose] = useState<Edition>('internal');
  const rendering = useQuery({ ...queries.rendering(renderingId ?? ''), enabled: renderingId !== undefined });
  const make = useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/annual-documents/{documentId}/renderings', {
          params: { path: { documentId } },
          body: { edition, language },
        }),
      ),
    onSuccess: (begun) => {
      client.setQueryData(queries.rendering(begun.id).queryKey, begun);
      return navigate({
        to: '/annual-documents/$documentId',
        params: { documentId },
        search: { rendering: begun.id },
        replace: true,
        resetScroll: false,
      });
    },
  });
  const { data } = rendering;
  const fault = make.error ?? rendering.error;
  return (
    <Section id="make" title={t('annualDocuments.make')}>
      <div className="stack">
        <Paragraph className="measure">{t('annualDocuments.makeLead')}</Paragraph>
        <div className="filter">
          <Label htmlFor="edition">{t('annualDocuments.edition')}</Label>
          <Select
            id="edition"
            value={edition}
            onChange={({ target }) => choose(target.value === 'public' ? 'public' : 'internal')}
          >
            {editions.map((one) => (
              <option key={one} value={one}>
                {t(`annualDocuments.editions.${one}`)}
              </option>
            ))}
          </Select>
        </div>
        <div>
          <Button variant="secondary" onClick={() => make.mutate()}>
            {t('annualDocuments.generate')}
          </Button>
        </div>
        {fault && <Fault error={fault} />}
        <p role="status">{data && <Progress rendering={data} />}</p>
        {data?.state === 'done' && <Files rendering={data} />}
      </div>
    </Section>
  );
}

function Progress({ rendering: { state, progress } }: { readonly rendering: Schemas['RenderingView'] }) {
  const { t } = useTranslation();
  if (state === 'done') return t('annualDocuments.made');
  if (state === 'failed') return t('annualDocuments.failed');
  return t('annualDocuments.progress', { progress });
}

function Files({ rendering: { edition, files } }: { readonly rendering: Schemas['RenderingView'] }) {
  const { t } = useTranslation();
  return (
    <>
      <Paragraph>{t(`annualDocuments.editions.${edition}`)}</Paragraph>
      <ul className="list">
        {files.map(({ format, href, name }) => (
          <li key={format}>
            {format === 'html' || format === 'pdf' ? (
              <a href={href} target="_blank" rel="noreferrer">
                {format === 'html' ? t('annualDocuments.view') : t('annualDocuments.formats.pdf')}{' '}
                {t('annualDocuments.newTab')}
              </a>
            ) : (
              <a href={href} download={name}>
                {t(`annualDocuments.formats.${format}`)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
