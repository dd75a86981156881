import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { employmentKinds } from '../people/employment-kinds.js';
import { useDates } from '../shell/dates.js';
import { oneOf } from '../shell/search.js';

type Line = Schemas['ImportLineView'];
type Difference = Line['differences'][number];
type Fault = Line['faults'][number];

const fields = [
  'name',
  'email',
  'kind',
  'validFrom',
  'validTo',
  'departmentCode',
  'jobFunctionCode',
  'hoursPerWeek',
  'managerNumber',
] as const;

/** Those whose message does not say what to do. */
const withRemedy = [
  'unknown-department',
  'unknown-function',
  'unknown-manager',
  'oneself',
  'manager-circle',
  'repeated-number',
  'several-people',
  'other-name',
  'invisible-sign',
  'before-start',
  'not-an-address',
  'not-in-force',
  'overlaps-earlier',
  'too-many-cells',
  'too-few-cells',
  'no-rows',
  'unreadable',
  'too-many-rows',
] as const;

/** What is different afterwards, or what is wrong and what to do about it. */
export function LineDetails({
  of: { kind, faults, differences, accountRemains, name },
}: {
  readonly of: Line;
}) {
  const { t } = useTranslation();
  // Of somebody new the name stands beside it already.
  const told = differences.filter(
    ({ field, before, after }) => !(field === 'name' && before === null && after === name),
  );
  if (kind === 'unchanged') return <span className="muted">{t('imports.lines.same')}</span>;
  return (
    <ul className="plain-list line-details">
      {faults.length > 0
        ? faults.map((fault, index) => (
            <li key={index}>
              <FaultText of={fault} />
            </li>
          ))
        : told.map((difference) => (
            <li key={difference.field}>
              <DifferenceText of={difference} />
            </li>
          ))}
      {accountRemains && <li className="line-warning">{t('imports.lines.accountRemains')}</li>}
    </ul>
  );
}

function FaultText({ of: { column, code, message } }: { readonly of: Fault }) {
  const { t } = useTranslation();
  const remedy = oneOf(withRemedy, code);
  return (
    <>
      {column === null ? message : t('imports.lines.fault', { column, message })}
      {remedy && <span className="task-note">{t(`imports.lines.remedies.${remedy}`)}</span>}
    </>
  );
}

function DifferenceText({ of: { field, before, after } }: { readonly of: Difference }) {
  const { t } = useTranslation();
  const shown = useShown(field);
  const known = oneOf(fields, field);
  if (!known) return null;
  const values = {
    field: t(`imports.lines.fields.${known}`),
    before: shown(before),
    after: shown(after),
  };
  if (after === null)
    return known === 'validTo'
      ? t('imports.lines.goesOn', values)
      : t('imports.lines.differenceGone', values);
  return before === null ? t('imports.lines.differenceNew', values) : t('imports.lines.difference', values);
}

/** A value as people read it. */
function useShown(field: string): (value: string | number | null) => string {
  const { t } = useTranslation();
  const { day, language } = useDates();
  return (value) => {
    if (value === null) return '';
    if (typeof value === 'number') return value.toLocaleString(language);
    if (field === 'validFrom' || field === 'validTo') return day(value);
    const kind = field === 'kind' ? oneOf(employmentKinds, value) : undefined;
    return kind ? t(`employments.kinds.${kind}`) : value;
  };
}
