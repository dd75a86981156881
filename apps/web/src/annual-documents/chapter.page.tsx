import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Page } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { ChapterEditor } from './chapter-editor.js';

const route = getRouteApi('/inside/annual-documents/$documentId/chapters/$chapterId');

/** One chapter: what belongs in it, and its text. */
export function ChapterPage() {
  const { t } = useTranslation();
  const { documentId, chapterId } = route.useParams();
  const document = useQuery(queries.annualDocument(documentId));
  // Read once: a text that comes in later must not replace what is being typed.
  const chapter = useQuery({
    ...queries.chapter(documentId, chapterId),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const figures = useQuery(queries.documentFigures(documentId));
  const { data } = chapter;
  return (
    <Page
      key={chapterId}
      title={data ? `${data.number} ${data.title}` : t('annualDocuments.edit')}
      trail={[
        { label: t('pages.start'), to: '/' },
        ...(document.data
          ? [
              {
                label: t('annualDocuments.name', {
                  kind: t(`annualDocuments.kinds.${document.data.kind}`),
                  year: document.data.year,
                }),
                to: '/annual-documents/$documentId' as const,
                params: { documentId },
              },
            ]
          : []),
      ]}
    >
      <Loaded query={document}>
        {({ abilities }) => (
          <Loaded query={figures}>
            {(known) => (
              <Loaded query={chapter}>
                {(found) => (
                  <div className="stack">
                    {abilities.edit && (
                      <aside className="aside" aria-label={t('annualDocuments.guidance')}>
                        <Paragraph size="small">{found.guidance}</Paragraph>
                      </aside>
                    )}
                    <ChapterEditor
                      documentId={documentId}
                      chapter={found}
                      figures={known}
                      mayEdit={abilities.edit}
                    />
                  </div>
                )}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
