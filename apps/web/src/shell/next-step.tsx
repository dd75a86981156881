import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Heading, Paragraph } from '../ui.js';

interface NextStepProps {
  readonly text: string;
  /** Whether it is for whoever looks to do; otherwise they wait. */
  readonly isYours: boolean;
  /** What leads on. */
  readonly children?: ReactNode;
}

/** What somebody can do now, so that nobody has to look for it. */
export function NextStep({ text, isYours, children }: NextStepProps) {
  const { t } = useTranslation();
  return (
    <section className={isYours ? 'next-step next-step-yours' : 'next-step'} aria-labelledby="next-step">
      <Heading level={2} size="level-3" id="next-step">
        {t('forms.nextStep')}
      </Heading>
      <Paragraph className="measure">{text}</Paragraph>
      {children && <div className="tools">{children}</div>}
    </section>
  );
}
