import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';
import { oneOf } from '../shell/search.js';
import { Paragraph } from '../ui.js';
import { changes, type EmploymentImport, ImportState, shownState } from './import-state.js';

/** How far it is, what that means, and what is to be done next. */
export function ImportStory({ of }: { readonly of: EmploymentImport }) {
  const { t } = useTranslation();
  const state = shownState(of);
  const isUnderWay = state === 'planning' || state === 'applying';
  const needsAnother = state === 'faulty' || state === 'outdated' || state === 'failed';
  return (
    <div className="stack">
      <div role="status" className="stack measure">
        <div>
          <ImportState of={of} />
        </div>
        <Told of={of} />
      </div>
      {isUnderWay && <Progress of={of} />}
      {state === 'applied' && <Link to="/organisation/persons">{t('imports.told.toPeople')}</Link>}
      {needsAnother && (
        <div>
          <Link to="/organisation/employment-imports/new" className="ams-button ams-button--primary">
            {t('imports.told.again')}
          </Link>
        </div>
      )}
    </div>
  );
}

function Told({ of }: { readonly of: EmploymentImport }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  const { totals, endedAt, may } = of;
  const state = shownState(of);
  switch (state) {
    case 'faulty':
      return (
        <>
          <Paragraph>{t('imports.told.faulty', { count: totals?.fault })}</Paragraph>
          <Paragraph>{t('imports.told.faultyWhatNow')}</Paragraph>
        </>
      );
    case 'planned':
      if (!may.confirm) return <Paragraph>{t('imports.told.plannedOwn')}</Paragraph>;
      return <Paragraph>{changes(of) ? t('imports.told.planned') : t('imports.told.plannedSame')}</Paragraph>;
    case 'applied':
      return <Paragraph>{t('imports.told.applied', { moment: endedAt ? moment(endedAt) : '' })}</Paragraph>;
    case 'outdated':
      // Only what was confirmed came to an end of its own.
      return (
        <Paragraph>
          {endedAt ? t('imports.told.outdatedChanged') : t('imports.told.outdatedReplaced')}
        </Paragraph>
      );
    default:
      return <Paragraph>{t(`imports.told.${state}`)}</Paragraph>;
  }
}

const steps = ['read', 'compare', 'store', 'apply'] as const;

function Progress({ of: { step, progress } }: { readonly of: EmploymentImport }) {
  const { t } = useTranslation();
  return (
    <div className="progress">
      <progress value={progress} max={100} aria-label={t('imports.told.progress')} />
      <span className="muted">{t(`imports.told.steps.${oneOf(steps, step) ?? 'waiting'}`)}</span>
    </div>
  );
}
