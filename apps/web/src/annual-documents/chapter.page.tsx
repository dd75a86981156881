import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Page } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { ChapterEditor } from './chapter-editor.js';
import { useDocumentName } from './document-name.js';

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
  const { nameOf, trailOf } = useDocumentName();
  const { data } = chapter;
  return (
    <Page
      key={chapterId}
      title={data ? `${data.number} ${data.title}` : t('annualDocuments.edit')}
      trail={document.data ? trailOf(document.data) : [{ label: t('pages.start'), to: '/' }]}
    >
      <Loaded query={document}>
        {(about) => (
          <Loaded query={figures}>
            {(known) => (
              <Loaded query={chapter}>
                {(found) => (
                  <div className="stack">
                    {about.abilities.edit && (
                      <aside className="aside" aria-label={t('annualDocuments.guidance')}>
                        <Paragraph size="small">{found.guidance}</Paragraph>
                      </aside>
                    )}
                    <ChapterEditor
                      documentId={documentId}
                      chapter={found}
                      figures={known}
                      mayEdit={about.abilities.edit}
                    />
                    <GoOn documentId={documentId} chapterId={chapterId} name={nameOf(about)} />
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

interface GoOnProps {
  readonly documentId: string;
  readonly chapterId: string;
  /** Of the document. */
  readonly name: string;
}

/** The way to the next chapter, and back to the whole. */
function GoOn({ documentId, chapterId, name }: GoOnProps) {
  const { t } = useTranslation();
  const chapters = useQuery(queries.chapters(documentId)).data ?? [];
  const next = chapters[chapters.findIndex(({ id }) => id === chapterId) + 1];
  return (
    <nav aria-label={t('annualDocuments.goOn')} className="tools">
      {next && (
        <Link
          to="/annual-documents/$documentId/chapters/$chapterId"
          params={{ documentId, chapterId: next.id }}
        >
          {t('annualDocuments.nextChapter', { chapter: `${next.number} ${next.title}` })}
        </Link>
      )}
      <Link to="/annual-documents/$documentId" params={{ documentId }}>
        {t('annualDocuments.backTo', { name })}
      </Link>
    </nav>
  );
}
