import { useQuery } from '@tanstack/react-query';
import { Link, type LinkProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Tag } from '../shell/tag.js';

type Task = Schemas['TaskView'];

/** What waits for whoever is signed in, in the order in which it presses; each line leads to where it can be done. */
export function Waiting() {
  const { t } = useTranslation();
  const waiting = useQuery(queries.tasks);
  return (
    <Loaded query={waiting} rows={3}>
      {({ tasks }) => {
        const others = tasks.filter(({ isOfOthers }) => isOfOthers);
        const own = tasks.filter(({ isOfOthers }) => !isOfOthers);
        return (
          <>
            <Section id="waiting" title={t('start.waiting')}>
              {own.length === 0 ? <Empty>{t('start.nothing')}</Empty> : <Lines tasks={own} />}
            </Section>
            {others.length > 0 && (
              <Section id="others" title={t('start.others')}>
                <Lines tasks={others} />
              </Section>
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function Lines({ tasks }: { readonly tasks: readonly Task[] }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const told = useWhen();
  return (
    <ul className="plain-list tasks">
      {tasks.map((task) => {
        const { path, title, note, isLate } = task;
        const notes = [note?.[language], told(task)].filter(Boolean).join(' · ');
        return (
          <li key={path + title.nl}>
            <span>
              <Link {...placeOf(path)}>{title[language]}</Link>
              {notes && <span className="task-note">{notes}</span>}
            </span>
            {isLate && (
              <Tag tone="late" icon="clock">
                {t('start.late')}
              </Tag>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function useWhen(): (task: Task) => string | undefined {
  const { t } = useTranslation();
  const { day, dayOf } = useDates();
  return ({ dueOn, since, isLate }) => {
    if (dueOn) return t(isLate ? 'start.lateSince' : 'start.due', { day: day(dueOn) });
    return since ? t('start.since', { day: dayOf(since) }) : undefined;
  };
}

/** The server says where, so which of our pages it is can't be known here. */
function placeOf(path: string): LinkProps {
  const [to = '/', search = ''] = path.split('?');
  return { to, search: Object.fromEntries(new URLSearchParams(search)) } as LinkProps;
}
