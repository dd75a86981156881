import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useOrganisationTrail } from '../organisation/organisation-trail.js';
import { useDates } from '../shell/dates.js';
import { CheckField, TextField, useRecordField } from '../shell/fields.js';
import { FormField } from '../shell/form.js';
import { Page, Section } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { contrastWithWhite, isColour, readable } from './contrast.js';
import { logoAddress, wearColours } from './wearing.js';

type HouseStyle = Schemas['HouseStyleView'];
type Colour = 'brandColour' | 'actionColour';

/** Two colours and a logo: how the pages look to everybody. */
export function HouseStylePage() {
  const { t } = useTranslation();
  const style = useQuery(queries.houseStyle);
  return (
    <Page title={t('houseStyle.title')} trail={useOrganisationTrail()}>
      <Paragraph className="measure">{t('houseStyle.lead')}</Paragraph>
      <Section id="change" title={t('houseStyle.change')}>
        <Loaded query={style}>{(found) => <StyleForm style={found} />}</Loaded>
      </Section>
    </Page>
  );
}

interface Values {
  readonly brandColour: string;
  readonly actionColour: string;
  readonly file: File | null;
  readonly removeLogo: boolean;
}

/** A logo goes along as a file of a form. */
function formOf({ file, ...change }: { readonly file: File } & Schemas['HouseStyleChange']): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(change)) if (value) form.append(name, String(value));
  form.append('file', file);
  return form;
}

function StyleForm({ style }: { readonly style: HouseStyle }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [told, tell] = useState('');
  const [round, nextRound] = useState(0);
  const { brandColour, actionColour, hasLogo } = style;
  return (
    <>
      <p role="status" className={told ? 'told' : 'ams-visually-hidden'}>
        {told}
      </p>
      <RecordForm<Values, HouseStyle>
        key={round}
        values={{ brandColour, actionColour, file: null, removeLogo: false }}
        submit={t('houseStyle.save')}
        save={({ file }, { brandColour: brand, actionColour: action, removeLogo }) => {
          const change = { brandColour: brand, actionColour: action, removeLogo };
          return answerOf(
            api.PATCH('/house-style', {
              params: { header: seen(style) },
              body: change,
              ...(file && { bodySerializer: () => formOf({ ...change, file }) }),
            }),
          );
        }}
        done={(saved) => {
          client.setQueryData(queries.houseStyle.queryKey, saved);
          wearColours(saved);
          tell(t('houseStyle.saved'));
          nextRound(round + 1);
        }}
      >
        <ColourField name="brandColour" />
        <ColourField name="actionColour" />
        <LogoField current={hasLogo ? logoAddress(style) : undefined} />
        {hasLogo && <CheckField name="removeLogo" label={t('houseStyle.removeLogo')} />}
      </RecordForm>
    </>
  );
}

function ColourField({ name }: { readonly name: Colour }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const colour = useFormContext<Values>().watch(name);
  const isWhole = isColour(colour);
  const ratio = isWhole ? contrastWithWhite(colour) : undefined;
  const ratioText = ratio?.toLocaleString(language, { maximumFractionDigits: 1 });
  return (
    <div className="colour-field">
      <TextField
        name={name}
        label={t(`houseStyle.${name}`)}
        hint={t(`houseStyle.${name}Hint`)}
        needed={t('houseStyle.colourNeeded')}
        pattern={{ value: /^#[0-9a-f]{6}$/i, message: t('houseStyle.colourNeeded') }}
        size={9}
      />
      <svg
        className="colour-sample"
        viewBox="0 0 240 48"
        width="240"
        height="48"
        aria-hidden="true"
        focusable="false"
      >
        <rect width="240" height="48" rx="4" fill={isWhole ? colour : '#ffffff'} />
        <text x="16" y="30" fill="#ffffff">
          {t('houseStyle.sample')}
        </text>
      </svg>
      <p role="status" className="muted">
        {ratio !== undefined &&
          (ratio < readable
            ? t('houseStyle.tooLight', { ratio: ratioText })
            : t('houseStyle.readable', { ratio: ratioText }))}
      </p>
    </div>
  );
}

function LogoField({ current }: { readonly current: string | undefined }) {
  const { t } = useTranslation();
  const { form, field } = useRecordField({ name: 'file', label: t('houseStyle.logo') });
  const [preview, show] = useState<string>();
  const choose = (file: File | undefined): void => {
    form.setValue('file', file ?? null, { shouldDirty: true });
    if (!file) return show(undefined);
    const reader = new FileReader();
    reader.addEventListener('load', () =>
      show(typeof reader.result === 'string' ? reader.result : undefined),
    );
    reader.readAsDataURL(file);
    return undefined;
  };
  const shown = preview ?? current;
  return (
    <div className="stack">
      <FormField {...field} hint={t('houseStyle.logoHint')}>
        {({ invalid, ...control }) => (
          <input
            {...control}
            aria-required={undefined}
            aria-invalid={invalid || undefined}
            type="file"
            accept="image/png,image/jpeg"
            className="file-input"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        )}
      </FormField>
      {shown && (
        <figure className="logo-preview">
          <img src={shown} alt="" />
          <figcaption>{preview ? t('houseStyle.newLogo') : t('houseStyle.currentLogo')}</figcaption>
        </figure>
      )}
    </div>
  );
}
