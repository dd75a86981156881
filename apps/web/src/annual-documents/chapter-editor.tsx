import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { EditorContent, useEditor } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCell } from '@weerbaar/core/figures';
import { answerOf, api, type Schemas } from '../api/client.js';
import { isProblem } from '../api/problem.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { LeaveGuard } from '../shell/leave-guard.js';
import { Outdated } from '../shell/outdated.js';
import { Fault } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Button, Paragraph } from '../ui.js';
import { Toolbar } from './editor-toolbar.js';
import { fromEditor, toEditor, UnknownContentError, type WrittenText } from './editor-tree.js';
import { chapterExtensions } from './extensions.js';

const emptyText = { type: 'document', content: [] } as const;

interface ChapterEditorProps {
  readonly documentId: string;
  readonly chapter: Schemas['ChapterView'];
  readonly figures: readonly Schemas['DocumentFigureView'][];
  readonly mayEdit: boolean;
}

/** The text of a chapter, saved when one says so. What somebody else saved meanwhile is told, never overwritten. */
export function ChapterEditor({ documentId, chapter, figures, mayEdit }: ChapterEditorProps) {
  const { t } = useTranslation();
  const { language } = useDates();
  const client = useQueryClient();
  const [version, setVersion] = useState(chapter.version);
  const [isDirty, setDirty] = useState(false);
  const [told, tell] = useState('');
  const { queryKey } = queries.chapter(documentId, chapter.id);

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
    onUpdate: () => {
      setDirty(true);
      tell('');
    },
  });

  const save = useMutation({
    mutationFn: async () =>
      answerOf(
        api.PUT('/annual-documents/{documentId}/chapters/{chapterId}', {
          params: { path: { documentId, chapterId: chapter.id }, header: seen({ version }) },
          body: { body: fromEditor(editor.getJSON()) as WrittenText },
        }),
      ),
    onSuccess: async (saved) => {
      setVersion(saved.version);
      setDirty(false);
      tell(t('annualDocuments.saved'));
      client.setQueryData(queryKey, saved);
      await client.invalidateQueries({ queryKey: queries.chapters(documentId).queryKey, exact: true });
    },
  });

  const takeTheirs = async (): Promise<void> => {
    const theirs = await client.query({ ...queries.chapter(documentId, chapter.id), staleTime: 0 });
    editor.commands.setContent(toEditor(theirs.body ?? emptyText), { emitUpdate: false });
    setVersion(theirs.version);
    setDirty(false);
    save.reset();
  };

  return (
    <div className="stack">
      {mayEdit && <Toolbar editor={editor} figures={figures} />}
      <EditorContent editor={editor} />
      <p role="status" className={told ? 'told' : 'ams-visually-hidden'}>
        {told}
      </p>
      <div role="alert">
        {isProblem(save.error, 'version-conflict') && (
          <Outdated
            text={t('annualDocuments.conflict')}
            label={t('annualDocuments.takeTheirs')}
            catchUp={() => void takeTheirs()}
          />
        )}
        {save.error instanceof UnknownContentError && (
          <Paragraph className="measure">{t('annualDocuments.unknownContent')}</Paragraph>
        )}
      </div>
      {save.error &&
        !isProblem(save.error, 'version-conflict') &&
        !(save.error instanceof UnknownContentError) && <Fault error={save.error} />}
      {mayEdit && (
        <div>
          <Button onClick={() => save.mutate()}>{t('annualDocuments.save')}</Button>
        </div>
      )}
      <LeaveGuard isUnsaved={() => isDirty} />
    </div>
  );
}
