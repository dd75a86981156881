import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { DeedButton } from '../shell/deed.js';

export type ProvisioningToken = Schemas['ProvisioningTokenView'];

/** It takes effect at once and can't be undone: asked once more, inside `Deeds`. */
export function WithdrawToken({ token: { id, label } }: { readonly token: ProvisioningToken }) {
  const { t } = useTranslation();
  return (
    <DeedButton
      label={t('provisioning.withdraw')}
      of={label}
      ask={() =>
        answerOf(api.POST('/provisioning-tokens/{tokenId}/_withdraw', { params: { path: { tokenId: id } } }))
      }
      told={t('provisioning.withdrawn', { label })}
      question={{
        title: t('provisioning.withdrawTitle'),
        text: t('provisioning.withdrawText', { label }),
        yes: t('provisioning.withdrawIt'),
        no: t('provisioning.keep'),
      }}
    />
  );
}
