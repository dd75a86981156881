import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { useDeed } from '../shell/deed.js';
import { Button, Dialog, Paragraph } from '../ui.js';

export type ProvisioningToken = Schemas['ProvisioningTokenView'];

/** It takes effect at once and can't be undone: asked once more, inside `Deeds`. */
export function WithdrawToken({ token }: { readonly token: ProvisioningToken }) {
  const { t } = useTranslation();
  const [isAsked, ask] = useState(false);
  return (
    <>
      <Button variant="secondary" className="small-button" onClick={() => ask(true)}>
        {t('provisioning.withdraw')}
        <span className="ams-visually-hidden"> {token.label}</span>
      </Button>
      {isAsked && <Question token={token} close={() => ask(false)} />}
    </>
  );
}

interface QuestionProps {
  readonly token: ProvisioningToken;
  readonly close: () => void;
}

function Question({ token: { id, label }, close }: QuestionProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const act = useDeed();
  const withdraw = (): void => {
    dialog.current?.close();
    act({
      ask: async () => {
        await answerOf(
          api.POST('/provisioning-tokens/{tokenId}/_withdraw', { params: { path: { tokenId: id } } }),
        );
        // The button that asked for it is gone.
        document.getElementById('tokens')?.focus();
      },
      told: t('provisioning.withdrawn', { label }),
    });
  };
  return (
    <Dialog
      ref={dialog}
      heading={t('provisioning.withdrawTitle')}
      closeButtonLabel={t('app.close')}
      aria-label={t('provisioning.withdrawTitle')}
      onClose={close}
    >
      <div className="stack">
        <Paragraph>{t('provisioning.withdrawText', { label })}</Paragraph>
        <div className="tools">
          <Button onClick={withdraw}>{t('provisioning.withdrawIt')}</Button>
          <Button variant="secondary" onClick={() => dialog.current?.close()}>
            {t('provisioning.keep')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
