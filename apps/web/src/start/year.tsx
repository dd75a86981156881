import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useRights } from '../annual-cycle/rights.js';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { isOwnedBy } from '../organisation/owned.js';
import { useMe } from '../organisation/places.js';
import { Section } from '../shell/page.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { ActionStatusTag } from './action-status.js';
import { cycleOf } from './cycle.js';
import { Phases } from './phases.js';

type Action = Schemas['ActionView'];
type Cycle = Schemas['AnnualCycleView'];

const closed: ReadonlySet<Action['status']> = new Set(['done', 'stopped']);

/** The year at a glance: its phase, its documents, and one's own actions. Nothing before the first was opened. */
export function Year() {
  const { t } = useTranslation();
  const { edit, readPlan } = useRights();
  const cycles = useQuery(queries.annualCycles);
  return (
    <Loaded query={cycles} rows={2}>
      {({ items }) => {
        const cycle = cycleOf(items);
        if (!cycle) return null;
        const { year, phase } = cycle;
        const params = { year: String(year) };
        return (
          <>
            <Section id="year" title={t('start.yearTitle', { year })}>
              <Paragraph className="measure">
                {t('start.yearLead', { phase: t(`phases.${phase}`) })}
              </Paragraph>
              <Phases phase={phase} />
              <ul className="plain-list year-links">
                <li>
                  <Link to="/annual-cycles/$year" params={params}>
                    {t('cycle.title', { year })}
                  </Link>
                </li>
                <li>
                  <Link to="/annual-cycles/$year/documents" params={params}>
                    {t('start.documents', { year })}
                  </Link>
                </li>
                {edit && phase !== 'plan' && (
                  <li>
                    <NextYear year={year + 1} cycles={items} />
                  </li>
                )}
              </ul>
            </Section>
            {readPlan && <OwnActions year={year} />}
          </>
        );
      }}
    </Loaded>
  );
}

/** While one year is carried out, the plan of the next is made. */
function NextYear({ year, cycles }: { readonly year: number; readonly cycles: readonly Cycle[] }) {
  const { t } = useTranslation();
  const next = cycles.find((one) => one.year === year);
  return next ? (
    <Link to="/annual-cycles/$year" params={{ year: String(year) }}>
      {t('start.nextYear', { year, phase: t(`phases.${next.phase}`) })}
    </Link>
  ) : (
    <Link to="/annual-cycles/new">{t('start.beginYear', { year })}</Link>
  );
}

function OwnActions({ year }: { readonly year: number }) {
  const { t } = useTranslation();
  const me = useMe();
  const actions = useQuery(queries.actions(year));
  // What is late stands above already.
  const above = new Set(useQuery(queries.tasks).data?.tasks.map(({ path }) => path));
  return (
    <Loaded query={actions} rows={2}>
      {({ items }) => {
        const open = items.filter((action) => isOwnedBy(action, me) && !closed.has(action.status));
        const own = open
          .filter(({ id }) => !above.has(`/annual-cycles/${year}/actions/${id}`))
          .toSorted((a, b) => a.quarter - b.quarter);
        if (own.length === 0) return null;
        return (
          <Section
            id="own-actions"
            title={t(own.length < open.length ? 'start.otherActions' : 'start.ownActions', { year })}
          >
            <ul className="plain-list tasks">
              {own.map(({ id, number, title, quarter, status }) => (
                <li key={id}>
                  <span>
                    <Link
                      to="/annual-cycles/$year/actions/$actionId"
                      params={{ year: String(year), actionId: id }}
                    >
                      {title}
                    </Link>
                    <span className="task-note">{t('start.actionLine', { number, quarter })}</span>
                  </span>
                  <ActionStatusTag status={status} />
                </li>
              ))}
            </ul>
          </Section>
        );
      }}
    </Loaded>
  );
}
