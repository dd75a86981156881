import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconH1,
  IconH2,
  IconItalic,
  IconList,
  IconListNumbers,
} from '@tabler/icons-react';
import type { ChainedCommands } from '@tiptap/core';
import { isLinkAddress } from '@weerbaar/core/richtext';
import { type Editor, useEditorState } from '@tiptap/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useArrowStops } from '../shell/arrow-stops.js';
import { useDates } from '../shell/dates.js';
import { Button, Label, Select, TextInput } from '../ui.js';

const marks = [
  ['bold', IconBold, 'bold', {}, (chain: ChainedCommands) => chain.toggleBold()],
  ['italic', IconItalic, 'italic', {}, (chain: ChainedCommands) => chain.toggleItalic()],
  [
    'heading1',
    IconH1,
    'heading',
    { level: 1 },
    (chain: ChainedCommands) => chain.toggleHeading({ level: 1 }),
  ],
  [
    'heading2',
    IconH2,
    'heading',
    { level: 2 },
    (chain: ChainedCommands) => chain.toggleHeading({ level: 2 }),
  ],
  ['bulletList', IconList, 'bulletList', {}, (chain: ChainedCommands) => chain.toggleBulletList()],
  ['orderedList', IconListNumbers, 'orderedList', {}, (chain: ChainedCommands) => chain.toggleOrderedList()],
] as const;

const steps = [
  ['undo', IconArrowBackUp, (chain: ChainedCommands) => chain.undo()],
  ['redo', IconArrowForwardUp, (chain: ChainedCommands) => chain.redo()],
] as const;

interface ToolbarProps {
  readonly editor: Editor;
  readonly figures: readonly Schemas['DocumentFigureView'][];
}

/** One stop of the Tab key for the buttons; each says what it does, and whether that is so where the cursor stands. */
export function Toolbar({ editor, figures }: ToolbarProps) {
  const { t } = useTranslation();
  const active = useEditorState({
    editor,
    selector: ({ editor: current }) =>
      marks.map(([, , name, attributes]) => current.isActive(name, attributes)),
  });
  const stops = useArrowStops(marks.length + steps.length);
  return (
    <div className="editor-tools">
      <div
        role="toolbar"
        aria-label={t('annualDocuments.toolbar')}
        className="editor-buttons"
        onKeyDown={stops.move}
      >
        {marks.map(([name, Icon, , , act], index) => (
          <button
            key={name}
            {...stops.of(index)}
            type="button"
            className="editor-button"
            aria-pressed={active[index] ?? false}
            aria-label={t(`annualDocuments.${name}`)}
            title={t(`annualDocuments.${name}`)}
            onClick={() => act(editor.chain().focus()).run()}
          >
            <Icon aria-hidden />
          </button>
        ))}
        {steps.map(([name, Icon, act], index) => (
          <button
            key={name}
            {...stops.of(marks.length + index)}
            type="button"
            className="editor-button"
            aria-label={t(`annualDocuments.${name}`)}
            title={t(`annualDocuments.${name}`)}
            onClick={() => act(editor.chain().focus()).run()}
          >
            <Icon aria-hidden />
          </button>
        ))}
      </div>
      <FigureChoice editor={editor} figures={figures} />
      <LinkChoice editor={editor} />
    </div>
  );
}

function FigureChoice({ editor, figures }: ToolbarProps) {
  const { t } = useTranslation();
  const { language } = useDates();
  const numbers = figures.filter(({ kind }) => kind === 'number');
  const [chosen, choose] = useState('');
  const insert = (): void => {
    if (chosen)
      editor
        .chain()
        .focus()
        .insertContent({ type: 'figure', attrs: { figureId: chosen } })
        .run();
  };
  return (
    <div className="filter">
      <Label htmlFor="figure-choice">{t('annualDocuments.figure')}</Label>
      <div className="tools">
        <Select id="figure-choice" value={chosen} onChange={({ target }) => choose(target.value)}>
          <option value="">{t('annualDocuments.figureChoose')}</option>
          {numbers.map(({ id, title, public: isPublic }) => (
            <option key={id} value={id}>
              {isPublic ? title[language] : `${title[language]} (${t('annualDocuments.figureInternal')})`}
            </option>
          ))}
        </Select>
        <Button variant="secondary" onClick={insert}>
          {t('annualDocuments.figureInsert')}
        </Button>
      </div>
    </div>
  );
}

function LinkChoice({ editor }: { readonly editor: Editor }) {
  const { t } = useTranslation();
  const [address, setAddress] = useState('');
  const [isWrong, setWrong] = useState(false);
  const set = (): void => {
    const isRight = isLinkAddress(address);
    setWrong(!isRight || editor.state.selection.empty);
    if (!isRight || editor.state.selection.empty) return;
    editor.chain().focus().unsetAllMarks().setMark('link', { href: address }).run();
    setAddress('');
  };
  return (
    <details className="editor-link">
      <summary>{t('annualDocuments.link')}</summary>
      <div className="filter">
        <Label htmlFor="link-address">{t('annualDocuments.linkAddress')}</Label>
        <p id="link-hint" className="muted">
          {t('annualDocuments.linkHint')}
        </p>
        <p role="alert" id="link-fault">
          {isWrong && t('annualDocuments.linkWrong')}
        </p>
        <TextInput
          id="link-address"
          type="url"
          aria-describedby="link-hint link-fault"
          invalid={isWrong}
          value={address}
          onChange={({ target }) => setAddress(target.value)}
        />
        <div className="tools">
          <Button variant="secondary" onClick={set}>
            {t('annualDocuments.linkSet')}
          </Button>
          <Button variant="tertiary" onClick={() => editor.chain().focus().unsetMark('link').run()}>
            {t('annualDocuments.linkRemove')}
          </Button>
        </div>
      </div>
    </details>
  );
}
