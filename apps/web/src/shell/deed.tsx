import { useMutation, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../api/problem.js';
import { Button, Paragraph } from '../ui.js';
import { Outdated } from './outdated.js';
import { Question } from './question.js';
import { Fault } from './states.js';
import { Told, useTold } from './told.js';

interface Deed<Answer> {
  /** What the server is asked to do. */
  readonly ask: () => Promise<Answer>;
  /** What is said once it is done. */
  readonly told: string | ((answer: Answer) => string);
}

type Act = <Answer>(deed: Deed<Answer>) => void;

interface Doings {
  readonly act: Act;
  readonly tell: (words: string) => void;
}

const Doing = createContext<Doings>({ act: () => undefined, tell: () => undefined });

/** Does something at once; what came of it is told by the `Deeds` around. */
export const useDeed = (): Act => useContext(Doing).act;

/** Tells by the `Deeds` around what came of a form. */
export const useTell = (): ((words: string) => void) => useContext(Doing).tell;

/**
 * A part of a page in which things are done at once, by a button: what came of it is told above. What somebody else
 * changed meanwhile is told and never overwritten.
 */
export function Deeds({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [told, tell] = useTold();
  const failed = useRef<HTMLDivElement>(null);
  const deed = useMutation({
    // One after the other, also when a button is pressed again before the first is done.
    scope: { id: useId() },
    mutationFn: (act: () => Promise<string>) => act(),
    onMutate: () => tell(''),
    onSuccess: async (words) => {
      await client.invalidateQueries();
      tell(words);
    },
  });
  const { error } = deed;

  useEffect(() => {
    if (error) failed.current?.focus();
  }, [error]);

  const act: Act = ({ ask, told: words }) =>
    deed.mutate(async () => {
      const answer = await ask();
      return typeof words === 'string' ? words : words(answer);
    });
  const catchUp = async (): Promise<void> => {
    await client.invalidateQueries();
    deed.reset();
    tell(t('forms.refreshed'));
  };
  const doings = { act, tell };
  const clash = isProblem(error, 'version-conflict', 'conflict') ? error : undefined;
  const isStale = clash?.slug === 'version-conflict';
  return (
    <Doing value={doings}>
      <Told {...told} />
      {error && (
        <div ref={failed} tabIndex={-1} className="happened">
          {clash ? (
            <div role="alert">
              <Outdated
                title={isStale ? t('forms.outdatedTitle') : clash.problem.title}
                text={isStale ? t('forms.outdatedDeed') : clash.problem.detail}
                catchUp={() => void catchUp()}
              />
            </div>
          ) : (
            <Fault error={error} />
          )}
        </div>
      )}
      {children}
    </Doing>
  );
}

interface DeedButtonProps extends Deed<unknown> {
  readonly id?: string;
  /** What is shown at once, before the server has answered. */
  readonly begin?: () => void;
  readonly label: string;
  /** To what it is done, for whoever hears the button without its row; not needed where it stands alone. */
  readonly of?: string;
  /** It is what the page is for, not one of many in a row. */
  readonly isMain?: boolean;
  /** Asked first, of what weighs too much to be done by a slip of the hand. */
  readonly question?: {
    readonly title: string;
    readonly text: string;
    readonly yes: string;
    readonly no: string;
  };
}

export function DeedButton({ id, label, of, isMain = false, begin, question, ...deed }: DeedButtonProps) {
  const act = useDeed();
  const [isAsked, setAsked] = useState(false);
  const leave = (): void => setAsked(false);
  const go = (): void => {
    leave();
    begin?.();
    act(deed);
  };
  return (
    <>
      <Button
        id={id}
        variant={isMain ? 'primary' : 'secondary'}
        {...(!isMain && { className: 'small-button' })}
        onClick={question ? () => setAsked(true) : go}
      >
        {label}
        {of && <span className="ams-visually-hidden"> {of}</span>}
      </Button>
      {question && isAsked && (
        <Question
          title={question.title}
          answers={[
            { label: question.yes, give: go },
            { label: question.no, give: leave },
          ]}
          close={leave}
        >
          <Paragraph>{question.text}</Paragraph>
        </Question>
      )}
    </>
  );
}
