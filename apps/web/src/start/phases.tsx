import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { phases } from './cycle.js';

/** The phases of a year in their order, and in which it is now. */
export function Phases({ phase }: { readonly phase: Schemas['Phase'] }) {
  const { t } = useTranslation();
  const now = phases.indexOf(phase);
  return (
    <ol className="plain-list phases">
      {phases.map((one, index) => {
        const state = index < now ? 'done' : index === now ? 'current' : 'next';
        return (
          <li
            key={one}
            className={`phase phase-${state}`}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span className="phase-number" aria-hidden="true">
              {state === 'done' ? '✓' : index + 1}
            </span>
            <span className="phase-name">
              {t(`phases.${one}`)}
              <span className="ams-visually-hidden"> ({t(`phaseState.${state}`)})</span>
            </span>
            <span className="phase-months">{t(`phaseMonths.${one}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}
