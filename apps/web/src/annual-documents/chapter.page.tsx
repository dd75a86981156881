import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Back } from '../shell/cancel.js';
import { Page } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Heading, Paragraph } from '../ui.js';
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
  const chapters = useQuery(queries.chapters(documentId)).data ?? [];
  const next = chapters[chapters.findIndex(({ id }) => id === chapterId) + 1];
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
                      <aside className="aside" aria-labelledby="guidance">
                        <Heading level={2} size="level-3" id="guidance">
                          {t('annualDocuments.guidance')}
                        </Heading>
                        <Paragraph size="small">{found.guidance}</Paragraph>
                      </aside>
                    )}
                    <Additions documentId={documentId} additions={found.additions} />
                    <ChapterEditor
                      documentId={documentId}
                      chapter={found}
                      next={next?.id}
                      figures={known}
                      mayEdit={about.abilities.edit}
                    />
                    <GoOn documentId={documentId} next={next} name={nameOf(about)} />
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

interface AdditionsProps {
  readonly documentId: string;
  readonly additions: Schemas['ChapterView']['additions'];
}

/** What is printed in the chapter besides the text, so that nobody types it or writes about what is not there. */
function Additions({ documentId, additions }: AdditionsProps) {
  const { t } = useTranslation();
  if (additions.length === 0) return null;
  return (
    <section aria-labelledby="additions">
      <Heading level={2} size="level-3" id="additions">
        {t('annualDocuments.additions')}
      </Heading>
      <ul className="plain-list">
        {additions.map(({ kind, title, value, rows }) => (
          <li key={`${kind} ${title}`}>
            {title}: {kind === 'figure' ? value : t('annualDocuments.rows', { count: rows ?? 0 })}
          </li>
        ))}
      </ul>
      <Link to="/annual-documents/$documentId/preview" params={{ documentId }}>
        {t('annualDocuments.seeInPreview')}
      </Link>
    </section>
  );
}

interface GoOnProps {
  readonly documentId: string;
  readonly next: Schemas['ChapterView'] | undefined;
  /** Of the document. */
  readonly name: string;
}

/** The way to the next chapter, and back to the whole. */
function GoOn({ documentId, next, name }: GoOnProps) {
  const { t } = useTranslation();
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
      <Back to="/annual-documents/$documentId" params={{ documentId }}>
        {t('annualDocuments.backTo', { name })}
      </Back>
    </nav>
  );
}
