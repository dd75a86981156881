import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JSONContent } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCell } from '@weerbaar/core/figures';
import { answerOf, api, type Schemas } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { queries } from '../api/queries.js';
import { tellOnArrival } from '../shell/arrival.js';
import { useDates } from '../shell/dates.js';
import { LeaveGuard } from '../shell/leave-guard.js';
import { useOneAtATime } from '../shell/one-at-a-time.js';
import { Outdated } from '../shell/outdated.js';
import { Fault } from '../shell/states.js';
import { Told, useTold } from '../shell/told.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';
import { Toolbar } from './editor-toolbar.js';
import { fromEditor, toEditor, UnknownContentError, type WrittenText } from './editor-tree.js';
import { chapterExtensions } from './extensions.js';

const emptyText = { type: 'document', content: [] } as const;

interface ChapterEditorProps {
  readonly documentId: string;
  readonly chapter: Schemas['ChapterView'];
  /** The chapter after it; the last has none. */
  readonly next: string | undefined;
  readonly figures: readonly Schemas['DocumentFigureView'][];
  readonly mayEdit: boolean;
}

/** The text of a chapter, saved when one says so. What somebody else saved meanwhile is told, never overwritten. */
export function ChapterEditor({ documentId, chapter, next, figures, mayEdit }: ChapterEditorProps) {
  const { t } = useTranslation();
  const { language } = useDates();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [told, tell] = useTold();

  const changes = useQuery(queries.figureChanges(documentId)).data ?? [];

  const textOf = (figureId: string): string => {
    const figure = figures.find(({ id }) => id === figureId);
    if (!figure) return figureId;
    const now = formatCell(figure.value, figure.measure, language);
    const name = figure.title[language];
    const changed = changes.find((change) => change.figureId === figureId);
    if (!changed) return `${now} (${name})`;
    const before = formatCell(changed.before, figure.measure, language);
    return `${now} (${name}, ${t('annualDocuments.figureWas', { before })})`;
  };

  const editor = useEditor({
    extensions: chapterExtensions({ textOf }),
    content: toEditor(chapter.body ?? emptyText),
    editable: mayEdit,
    // Styles written into the page are refused by the content policy; ours stand in theme/documents.css.
    injectCSS: false,
    enableContentCheck: true,
    editorProps: {
      attributes: {
        class: 'chapter-text',
        'aria-label': t('annualDocuments.edit'),
        ...(mayEdit ? { role: 'textbox', 'aria-multiline': 'true' } : { role: 'article' }),
      },
    },
    onUpdate: () => tell(''),
  });
  // What the server has of it. What was typed since, also while it was being saved, is not saved.
  const stored = useRef({ version: chapter.version, text: editor.state.doc });

  const save = useMutation({
    mutationFn: async () => {
      const text = editor.state.doc;
      const { version } = await answerOf(
        api.PUT('/annual-documents/{documentId}/chapters/{chapterId}', {
          params: { path: { documentId, chapterId: chapter.id }, header: seen(stored.current) },
          body: { body: fromEditor(text.toJSON() as JSONContent) as WrittenText },
        }),
      );
      return { version, text };
    },
    onSuccess: (now) => {
      stored.current = now;
      tell(t(editor.state.doc.eq(now.text) ? 'annualDocuments.saved' : 'annualDocuments.savedBefore'));
      // Each text that is saved makes a new version of the document as well.
      for (const { queryKey } of [queries.annualDocument(documentId), queries.chapters(documentId)])
        void client.invalidateQueries({ queryKey, exact: true });
    },
  });

  const takeTheirs = useMutation({
    mutationFn: () =>
      client.query({ ...queries.chapter(documentId, chapter.id), staleTime: 0, retry: false }),
    onSuccess: ({ body, version }) => {
      editor.commands.setContent(toEditor(body ?? emptyText), { emitUpdate: false });
      stored.current = { version, text: editor.state.doc };
      save.reset();
      tell(t('annualDocuments.tookTheirs'));
      // The button that was pressed is gone.
      editor.commands.focus();
    },
  });

  // Of two saves at once the second would blame somebody else for the first.
  const press = useOneAtATime(async (goTo?: string) => {
    takeTheirs.reset();
    // What went wrong is told below.
    const saved = await save.mutateAsync().catch(() => undefined);
    // Whoever typed on meanwhile is still at work here.
    if (!goTo || !saved || !editor.state.doc.eq(saved.text)) return;
    tellOnArrival(t('annualDocuments.saved'));
    await navigate({
      to: '/annual-documents/$documentId/chapters/$chapterId',
      params: { documentId, chapterId: goTo },
    });
  });
  const isConflict = isProblem(save.error, 'version-conflict');

  return (
    <div className="stack">
      {mayEdit && <Toolbar editor={editor} figures={figures} />}
      <EditorContent editor={editor} />
      <Told {...told} />
      <div role="alert">
        {isConflict && (
          <Outdated
            text={t('annualDocuments.conflict')}
            label={t('annualDocuments.takeTheirs')}
            catchUp={() => takeTheirs.mutate()}
          />
        )}
        {save.error instanceof UnknownContentError && (
          <Paragraph className="measure">{t('annualDocuments.unknownContent')}</Paragraph>
        )}
      </div>
      {save.error && !isConflict && !(save.error instanceof UnknownContentError) && (
        <Fault error={save.error} />
      )}
      {takeTheirs.error && <Fault error={takeTheirs.error} />}
      {mayEdit && (
        <div className="tools">
          {next && <Button onClick={() => press(next)}>{t('annualDocuments.saveAndNext')}</Button>}
          <Button variant={next ? 'secondary' : 'primary'} onClick={() => press()}>
            {t('annualDocuments.save')}
          </Button>
        </div>
      )}
      <LeaveGuard isUnsaved={() => !editor.state.doc.eq(stored.current.text)} />
    </div>
  );
}
