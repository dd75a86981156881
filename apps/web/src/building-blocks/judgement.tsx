import { useTranslation } from 'react-i18next';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';
import type { Judgement } from './block-search.js';

const looks: Readonly<Record<Judgement, readonly [TagTone, TagIcon]>> = {
  sufficient: ['ok', 'check'],
  partial: ['attention', 'half'],
  insufficient: ['late', 'cross'],
  unknown: ['plain', 'none'],
};

export function JudgementTag({ judgement }: { readonly judgement: Judgement }) {
  const { t } = useTranslation();
  const [tone, icon] = looks[judgement];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`judgements.${judgement}`)}
    </Tag>
  );
}
