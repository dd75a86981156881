import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { withFile } from '../api/upload.js';
import { houseStylists } from '../organisation/places.js';
import { useSettingsTrail } from '../settings/settings-trail.js';
import { Back } from '../shell/cancel.js';
import { useDates } from '../shell/dates.js';
import { Deeds, useTell } from '../shell/deed.js';
import { CheckField, TextField } from '../shell/fields.js';
import { FileField } from '../shell/file-field.js';
import type { FileRule } from '../shell/file-rule.js';
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
    <Page title={t('houseStyle.title')} trail={useSettingsTrail()} roles={houseStylists} isForm>
      <Paragraph className="measure">{t('houseStyle.lead')}</Paragraph>
      <Section id="change" title={t('houseStyle.change')}>
        <Loaded query={style}>
          {(found) => (
            <Deeds>
              <StyleForm style={found} />
            </Deeds>
          )}
        </Loaded>
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

function StyleForm({ style }: { readonly style: HouseStyle }) {
  const { t } = useTranslation();
  const client = useQueryClient();
  const tell = useTell();
  const [round, nextRound] = useState(0);
  const { brandColour, actionColour, hasLogo } = style;
  return (
    <RecordForm<Values, HouseStyle>
      key={round}
      version={style.version}
      values={{ brandColour, actionColour, file: null, removeLogo: false }}
      submit={t('houseStyle.save')}
      cancel={<Back to="/organisation/settings">{t('houseStyle.back')}</Back>}
      save={({ file }, { brandColour: brand, actionColour: action, removeLogo }, begun) => {
        const change = { brandColour: brand, actionColour: action, removeLogo };
        return answerOf(
          api.PATCH('/house-style', { params: { header: seen(begun) }, body: change, ...withFile(file) }),
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
        answer="number"
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

const logoRule: FileRule = { kinds: ['png', 'jpeg'], megabytes: 0.5 };

function LogoField({ current }: { readonly current: string | undefined }) {
  const { t } = useTranslation();
  const file = useFormContext<Values>().watch('file');
  const preview = usePreview(file);
  const shown = preview ?? current;
  return (
    <div className="stack">
      <FileField name="file" label={t('houseStyle.logo')} rule={logoRule} />
      {shown && (
        <figure className="logo-preview">
          <img src={shown} alt="" />
          <figcaption>{preview ? t('houseStyle.newLogo') : t('houseStyle.currentLogo')}</figcaption>
        </figure>
      )}
    </div>
  );
}

/** A chosen picture as an address that the content policy lets through; nothing as long as it is being read. */
function usePreview(file: File | null): string | undefined {
  const [read, tell] = useState<{ readonly file: File; readonly address: string }>();
  useEffect(() => {
    if (!file) return;
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      if (typeof reader.result === 'string') tell({ file, address: reader.result });
    });
    reader.readAsDataURL(file);
  }, [file]);
  return read && read.file === file ? read.address : undefined;
}
