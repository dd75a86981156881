import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { administrators } from '../organisation/places.js';
import { useSettingsTrail } from '../settings/settings-trail.js';
import { Cancel } from '../shell/cancel.js';
import { DayField } from '../shell/day-field.js';
import { TextField } from '../shell/fields.js';
import { ArrivingHeading } from '../shell/focus.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Told, useTold } from '../shell/told.js';
import { Button, Label, Paragraph, TextInput } from '../ui.js';

const list = { to: '/organisation/provisioning-tokens' } as const;

type MadeToken = Schemas['MadeProvisioningTokenView'];

/** Makes a token and shows it, once: on the device nothing of it stays. */
export function NewTokenPage() {
  const { t } = useTranslation();
  const [made, tell] = useState<MadeToken>();
  const trail = useSettingsTrail();
  return (
    <Page
      title={t('provisioning.make')}
      trail={[...trail, { label: t('provisioning.title'), ...list }]}
      roles={administrators}
      isForm
    >
      {made ? (
        <Secret of={made} />
      ) : (
        <RecordForm
          values={{ label: '', lastDay: '' }}
          submit={t('provisioning.make')}
          cancel={<Cancel {...list} />}
          save={(body) => answerOf(api.POST('/provisioning-tokens', { body }))}
          done={tell}
        >
          <TextField
            name="label"
            label={t('provisioning.label')}
            hint={t('provisioning.labelHint')}
            needed={t('provisioning.labelNeeded')}
          />
          <DayField
            name="lastDay"
            label={t('provisioning.lastDay')}
            hint={t('provisioning.lastDayHint')}
            needed={t('provisioning.lastDayNeeded')}
          />
        </RecordForm>
      )}
    </Page>
  );
}

function Secret({ of: { label, secret } }: { readonly of: MadeToken }) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [told, tell] = useTold();

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(secret);
      tell(t('provisioning.copied'));
    } catch {
      field.current?.select();
      tell(t('provisioning.notCopied'));
    }
  };

  return (
    <div className="codes">
      <ArrivingHeading>{t('provisioning.madeTitle')}</ArrivingHeading>
      <Paragraph>{t('provisioning.madeText')}</Paragraph>
      <div className="filter">
        <Label htmlFor="secret">{t('provisioning.secret', { label })}</Label>
        <TextInput id="secret" ref={field} type="text" readOnly autoComplete="off" value={secret} />
      </div>
      <div className="tools">
        <Button onClick={() => void copy()}>{t('provisioning.copy')}</Button>
        <Link {...list}>{t('provisioning.ready')}</Link>
      </div>
      <Told {...told} />
    </div>
  );
}
