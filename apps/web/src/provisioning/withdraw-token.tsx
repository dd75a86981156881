import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useDeed } from '../shell/deed.js';
import { Question } from '../shell/question.js';
import { Button, Paragraph } from '../ui.js';

export type ProvisioningToken = Schemas['ProvisioningTokenView'];

/** It takes effect at once and can't be undone: asked once more, inside `Deeds`. */
export function WithdrawToken({ token: { id, label } }: { readonly token: ProvisioningToken }) {
  const { t } = useTranslation();
  const [isAsked, ask] = useState(false);
  const act = useDeed();
  const keep = (): void => ask(false);
  const withdraw = (): void => {
    ask(false);
    act({
      ask: () =>
        answerOf(api.POST('/provisioning-tokens/{tokenId}/_withdraw', { params: { path: { tokenId: id } } })),
      told: t('provisioning.withdrawn', { label }),
    });
  };
  return (
    <>
      <Button variant="secondary" className="small-button" onClick={() => ask(true)}>
        {t('provisioning.withdraw')}
        <span className="ams-visually-hidden"> {label}</span>
      </Button>
      {isAsked && (
        <Question
          title={t('provisioning.withdrawTitle')}
          answers={[
            { label: t('provisioning.withdrawIt'), give: withdraw },
            { label: t('provisioning.keep'), give: keep },
          ]}
          close={keep}
        >
          <Paragraph>{t('provisioning.withdrawText', { label })}</Paragraph>
        </Question>
      )}
    </>
  );
}
