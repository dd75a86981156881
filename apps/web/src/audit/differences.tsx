import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Difference {
  readonly name: string;
  readonly label: ReactNode;
  /** Nothing: it was empty. */
  readonly before: ReactNode;
  readonly after: ReactNode;
}

/** Field by field how it was and how it became. */
export function Differences({ of }: { readonly of: readonly Difference[] }) {
  const { t } = useTranslation();
  return (
    <dl className="differences">
      {of.map(({ name, label, before, after }) => (
        <div key={name}>
          <dt>{label}</dt>
          <dd>
            {before && (
              <del>
                <span className="ams-visually-hidden">{t('audit.was')} </span>
                {before}
              </del>
            )}
            {before && ' '}
            {after ? (
              <ins>
                <span className="ams-visually-hidden">{t('audit.became')} </span>
                {after}
              </ins>
            ) : (
              <span className="muted">{t('audit.nothing')}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
