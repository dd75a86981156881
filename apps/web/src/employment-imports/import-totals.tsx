import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { useMe } from '../organisation/places.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Alert, Paragraph } from '../ui.js';
import type { EmploymentImport } from './import-state.js';

interface ImportTotalsProps {
  readonly of: EmploymentImport;
  readonly totals: Schemas['ImportTotalsView'];
}

/** How many of each kind; each leads to its lines below. */
export function ImportTotals({ of, totals }: ImportTotalsProps) {
  const { t } = useTranslation();
  const { language } = useDates();
  const { holds } = useMe();
  const notes = {
    added: t('imports.totals.addedNote'),
    changed: t('imports.totals.changedNote'),
    ended:
      totals.missing > 0
        ? t('imports.totals.endedNoteMissing', { count: totals.missing })
        : t('imports.totals.endedNote'),
    unchanged: t('imports.totals.unchangedNote'),
  };
  const isApplied = of.state === 'applied';
  return (
    <Section id="totals" title={isApplied ? t('imports.totals.titleApplied') : t('imports.totals.title')}>
      <div className="stack">
        <ul className="plain-list cards">
          {(['added', 'changed', 'ended', 'unchanged'] as const).map((kind) => (
            <li key={kind} className="card">
              <span className="card-number">{totals[kind].toLocaleString(language)}</span>
              <LinesLink of={of} show={kind} label={t(`imports.totals.${kind}`)} />
              <span className="card-note">{notes[kind]}</span>
            </li>
          ))}
        </ul>
        {totals.accountsRemaining > 0 && (
          <div className="measure">
            <Alert
              heading={t('imports.totals.accounts', { count: totals.accountsRemaining })}
              headingLevel={3}
              severity="warning"
              headingId={null}
            >
              <Paragraph>{t('imports.totals.accountsText')}</Paragraph>
              <div className="tools">
                <LinesLink of={of} show="accounts" label={t('imports.totals.accountsWho')} />
                {holds('administrator') && (
                  <Link to="/organisation/accounts">{t('imports.totals.toAccounts')}</Link>
                )}
              </div>
            </Alert>
          </div>
        )}
      </div>
    </Section>
  );
}

interface LinesLinkProps {
  readonly of: EmploymentImport;
  readonly show: 'added' | 'changed' | 'ended' | 'unchanged' | 'accounts';
  readonly label: string;
}

function LinesLink({ of: { id }, show, label }: LinesLinkProps) {
  return (
    <Link
      to="/organisation/employment-imports/$importId"
      params={{ importId: id }}
      search={{ show }}
      hash="lines"
      resetScroll={false}
    >
      {label}
    </Link>
  );
}
