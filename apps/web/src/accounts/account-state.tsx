import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { Tag, type TagIcon, type TagTone } from '../shell/tag.js';

type Account = Schemas['AccountView'];

const looks: Record<Account['state'], readonly [TagTone, TagIcon]> = {
  invited: ['info', 'clock'],
  active: ['ok', 'check'],
  deactivated: ['plain', 'cross'],
};

export function AccountStateTag({ state }: Pick<Account, 'state'>) {
  const { t } = useTranslation();
  const [tone, icon] = looks[state];
  return (
    <Tag tone={tone} icon={icon}>
      {t(`accounts.states.${state}`)}
    </Tag>
  );
}

/** With what somebody shows who they are, beside a password. */
export function SecondProof({ isTied, hasSecondFactor }: Pick<Account, 'isTied' | 'hasSecondFactor'>) {
  const { t } = useTranslation();
  if (isTied) return t('accounts.tied');
  return hasSecondFactor ? t('accounts.hasFactor') : t('accounts.noFactor');
}
