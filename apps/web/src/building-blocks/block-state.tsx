import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Heading } from '../ui.js';
import { JudgementTag } from './judgement.js';
import { aspects } from './state.js';
import type { BlockDetails } from './use-block.js';

/** Each aspect: what was judged, and beside it what follows from the records. */
export function BlockState({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const { day, language } = useDates();
  return (
    <Section id="state" title={t('block.state')}>
      <div className="aspects">
        {aspects.map((aspect) => {
          const { derived, assessed } = block.state.find((one) => one.aspect === aspect) ?? {};
          return (
            <div key={aspect} className="aspect">
              <Heading level={3}>{t(`aspects.${aspect}`)}</Heading>
              <p className="muted">{t(`aspectHints.${aspect}`)}</p>
              <h4>{t('block.judged')}</h4>
              <JudgementTag judgement={assessed?.judgement ?? 'unknown'} />
              <p>{assessed ? assessed.reason : t('block.notJudged')}</p>
              {assessed && <p className="muted">{t('block.on', { day: day(assessed.assessedOn) })}</p>}
              <h4>{t('block.derived')}</h4>
              <JudgementTag judgement={derived?.judgement ?? 'unknown'} />
              {derived && (
                <>
                  <p>{derived.grounds[language]}</p>
                  <p className="muted">{t('block.on', { day: day(derived.recordedOn) })}</p>
                </>
              )}
            </div>
          );
        })}
      </div>
    </Section>
  );
}
