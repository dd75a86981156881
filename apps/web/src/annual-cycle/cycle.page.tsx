import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { Deeds, useDeed } from '../shell/deed.js';
import { Page, Section } from '../shell/page.js';
import { Question } from '../shell/question.js';
import { Loaded, Missing } from '../shell/states.js';
import { Together } from '../shell/together.js';
import { seen } from '../shell/version.js';
import { Card } from '../start/card.js';
import { phases } from '../start/cycle.js';
import { Phases } from '../start/phases.js';
import { Button, Paragraph } from '../ui.js';
import { CycleNextStep } from './cycle-next-step.js';
import { followUpOf } from './finding-search.js';
import { useRights } from './rights.js';
import { useYear } from './use-year.js';

type Cycle = Schemas['AnnualCycleView'];
type Phase = Schemas['Phase'];

/** One year: in which phase it is, how it stands, and where to go on. */
export function CyclePage() {
  const { t } = useTranslation();
  const { year } = useYear();
  const { edit, readPlan } = useRights();
  const cycles = useQuery(queries.annualCycles);
  return (
    <Page
      key={year}
      title={t('cycle.title', { year })}
      trail={[{ label: t('pages.start'), to: '/' }]}
      tools={
        edit && (
          <Link to="/annual-cycles/new" className="ams-button ams-button--secondary">
            {t('cycle.openNew')}
          </Link>
        )
      }
    >
      <Loaded query={cycles}>
        {({ items }) => {
          const cycle = items.find((one) => one.year === year);
          return (
            <>
              <Years cycles={items} />
              {cycle ? (
                <Together>
                  <CycleNextStep cycle={cycle} cycles={items} />
                  <Deeds>
                    <PhaseOf cycle={cycle} />
                  </Deeds>
                  {readPlan && <Standing year={year} />}
                  <GoOn year={year} />
                </Together>
              ) : (
                <Missing />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Years({ cycles }: { readonly cycles: readonly Cycle[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('cycle.years')} className="years">
      <ul className="plain-list">
        {cycles
          .toSorted((a, b) => a.year - b.year)
          .map(({ year }) => (
            <li key={year}>
              <Link to="/annual-cycles/$year" params={{ year: String(year) }} activeOptions={{ exact: true }}>
                {year}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  );
}

/** The phases, and for who runs the year the way to the next one. */
function PhaseOf({ cycle }: { readonly cycle: Cycle }) {
  const { t } = useTranslation();
  const { edit } = useRights();
  const act = useDeed();
  const [wanted, want] = useState<Phase>();
  const now = phases.indexOf(cycle.phase);
  const next = phases[now + 1];
  const previous = phases[now - 1];
  const moveTo = (phase: Phase) =>
    answerOf(
      api.PATCH('/annual-cycles/{year}', {
        params: { path: { year: cycle.year }, header: seen(cycle) },
        body: { phase },
      }),
    );
  return (
    <Section id="phase" title={t('cycle.phase')}>
      <div className="stack">
        <Paragraph className="measure">{t(`cycle.phaseMeans.${cycle.phase}`)}</Paragraph>
        <Phases phase={cycle.phase} />
        {edit && (
          <div className="tools">
            {next && (
              <Button variant="secondary" onClick={() => want(next)}>
                {t('cycle.goTo', { phase: t(`phases.${next}`) })}
              </Button>
            )}
            {previous && (
              <Button variant="tertiary" onClick={() => want(previous)}>
                {t('cycle.backTo', { phase: t(`phases.${previous}`) })}
              </Button>
            )}
          </div>
        )}
      </div>
      {wanted && (
        <Question
          title={t('cycle.goTo', { phase: t(`phases.${wanted}`) })}
          answers={[
            {
              label: t('cycle.goTo', { phase: t(`phases.${wanted}`) }),
              give: () => {
                want(undefined);
                act({ ask: () => moveTo(wanted), told: t('cycle.moved', { phase: t(`phases.${wanted}`) }) });
              },
            },
            { label: t('forms.cancel'), give: () => want(undefined) },
          ]}
          close={() => want(undefined)}
        >
          <Paragraph>{t(`cycle.phaseMeans.${wanted}`)}</Paragraph>
          <Paragraph>{t('cycle.reversible')}</Paragraph>
        </Question>
      )}
    </Section>
  );
}

/** For who sees the plan while it is made: others see no numbers of it either. */
function Standing({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const findings = useQuery(queries.findings(year));
  const actions = useQuery(queries.actions(year));
  const params = { year: String(year) };
  return (
    <Section id="standing" title={t('cycle.cards')}>
      <Loaded query={findings} rows={2}>
        {(all) => (
          <Loaded query={actions} rows={2}>
            {({ items, total }) => {
              const delayed = items.filter(({ status }) => status === 'delayed').length;
              const waiting = all.items.filter((one) => followUpOf(one) === 'waits').length;
              return (
                <ul className="plain-list cards">
                  <Card
                    number={all.total}
                    note={t('cycle.findingsOpen', { count: waiting })}
                    needsAction={waiting > 0}
                  >
                    <Link to="/annual-cycles/$year/findings" params={params}>
                      {t('cycle.findings')}
                    </Link>
                  </Card>
                  <Card
                    number={total}
                    note={t('cycle.actionsDone', {
                      count: items.filter(({ status }) => status === 'done').length,
                    })}
                  >
                    <Link to="/annual-cycles/$year/actions" params={params}>
                      {t('cycle.actions')}
                    </Link>
                  </Card>
                  <Card number={delayed} note={t('cycle.lateNote')} needsAction={delayed > 0}>
                    <Link to="/annual-cycles/$year/actions" params={params} search={{ status: 'delayed' }}>
                      {t('cycle.late')}
                    </Link>
                  </Card>
                </ul>
              );
            }}
          </Loaded>
        )}
      </Loaded>
    </Section>
  );
}

interface Place {
  readonly to: '/annual-cycles/$year/board' | '/annual-cycles/$year/progress/{-$quarter}';
  readonly label: string;
  readonly note: string;
}

function GoOn({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const { contribute, edit, readPlan } = useRights();
  const places: readonly Place[] = readPlan
    ? [
        { to: '/annual-cycles/$year/board', label: t('cycle.board'), note: t('cycle.boardText') },
        {
          to: '/annual-cycles/$year/progress/{-$quarter}',
          label: t('cycle.progress'),
          note: t('cycle.phaseMeans.execute'),
        },
      ]
    : [];
  return (
    <Section id="go-on" title={t('cycle.toWork')}>
      <ul className="plain-list tasks">
        {places.map(({ to, label, note }) => (
          <li key={label}>
            <span>
              <Link to={to} params={{ year: String(year) }}>
                {label}
              </Link>
              <span className="task-note">{note}</span>
            </span>
          </li>
        ))}
        {contribute && !readPlan && (
          <li>
            <span>
              <Link to="/annual-cycles/$year/findings/new" params={{ year: String(year) }}>
                {t('cycle.addFinding')}
              </Link>
              <span className="task-note">{t('cycle.contributeText')}</span>
            </span>
          </li>
        )}
        <li>
          <span>
            <Link to="/annual-cycles/$year/documents" params={{ year: String(year) }}>
              {t('cycle.documents')}
            </Link>
            <span className="task-note">{t(edit ? 'cycle.documentsText' : 'cycle.documentsToRead')}</span>
          </span>
        </li>
      </ul>
    </Section>
  );
}
