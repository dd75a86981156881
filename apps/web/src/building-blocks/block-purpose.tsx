import { useTranslation } from 'react-i18next';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Paragraph } from '../ui.js';
import type { BlockDetails } from './use-block.js';

/** What it is for, which law asks for it, and what shows that it works. */
export function BlockPurpose({ block: { purpose, reference } }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const norms = reference
    ? [reference.legalBasis, ...reference.baseNorms].filter((norm) => norm !== null && norm !== undefined)
    : [];
  return (
    <>
      <Section id="purpose" title={t('block.purpose')}>
        <Paragraph className="measure">
          {purpose ?? reference?.purpose[language] ?? t('block.noPurpose')}
        </Paragraph>
      </Section>
      {norms.length > 0 && (
        <Section id="law" title={t('block.law')}>
          <List texts={norms.map((norm) => norm[language])} />
        </Section>
      )}
      {reference && reference.evidence.length > 0 && (
        <Section id="evidence" title={t('block.evidence')}>
          <List texts={reference.evidence.map((text) => text[language])} />
        </Section>
      )}
    </>
  );
}

function List({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className="list measure">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
