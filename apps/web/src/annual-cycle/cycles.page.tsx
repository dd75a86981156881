import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { queries } from '../api/queries.js';
import { Page } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { cycleOf } from '../start/cycle.js';
import { DocumentsToRead } from './documents-to-read.js';
import { useRights } from './rights.js';

/**
 * Leads on to the year that people work in; says what to do where there is none. Whoever has no part in the making
 * finds the documents here.
 */
export function CyclesPage() {
  const { t } = useTranslation();
  const { edit, readPlan } = useRights();
  const cycles = useQuery(queries.annualCycles);
  const cycle = cycleOf(cycles.data?.items ?? []);
  if (cycle && readPlan)
    return <Navigate to="/annual-cycles/$year" params={{ year: String(cycle.year) }} replace />;
  return (
    <Page
      title={t(readPlan ? 'pages.cycle' : 'cycle.documents')}
      trail={[{ label: t('pages.start'), to: '/' }]}
      {...(!readPlan && { help: 'jaarplan-en-jaarverslag#lezen' })}
    >
      <Loaded query={cycles}>
        {({ items }) =>
          cycle ? (
            <DocumentsToRead cycles={items} cycle={cycle} />
          ) : (
            <div className="stack">
              <Empty>{edit ? t('cycle.none') : t('cycle.noneToRead')}</Empty>
              {edit && (
                <div>
                  <Link to="/annual-cycles/new" className="ams-button ams-button--primary">
                    {t('cycle.openNew')}
                  </Link>
                </div>
              )}
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}
