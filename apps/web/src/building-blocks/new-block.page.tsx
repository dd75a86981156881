import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ownerInput } from '../annual-cycle/owner-fields.js';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useMe } from '../organisation/places.js';
import { Cancel } from '../shell/cancel.js';
import { useDates } from '../shell/dates.js';
import { DayField } from '../shell/day-field.js';
import { SelectField, TextField } from '../shell/fields.js';
import { Page } from '../shell/page.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded } from '../shell/states.js';
import { Paragraph } from '../ui.js';
import { BlockFields, blockValues } from './block-fields.js';
import { nextCode } from './next-code.js';
import { managers } from './rights.js';
import type { Block } from './state.js';
import { useSystemTrail } from './use-block.js';

/** A building block of the organisation's own. */
export function NewBlockPage() {
  const { t } = useTranslation();
  const blocks = useQuery(queries.buildingBlocks);
  return (
    <Page title={t('blockForms.add')} trail={useSystemTrail()} roles={managers} isForm>
      <Paragraph className="measure form-lead">{t('blockForms.addLead')}</Paragraph>
      <Loaded query={blocks}>{({ items }) => <NewBlockForm blocks={items} />}</Loaded>
    </Page>
  );
}

function NewBlockForm({ blocks }: { readonly blocks: readonly Block[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { today } = useMe();
  const roles = useQuery(queries.roles).data ?? [];
  return (
    <RecordForm
      values={{ theme: '', code: '', ...blockValues(), validFrom: today }}
      save={({ code, name, purpose, owner, reviewIntervalMonths, validFrom }) =>
        answerOf(
          api.POST('/building-blocks', {
            body: {
              code,
              name,
              purpose: purpose || null,
              owner: ownerInput(owner, roles),
              reviewIntervalMonths: Number(reviewIntervalMonths),
              validFrom,
            },
          }),
        )
      }
      done={({ id }) =>
        void navigate({ to: '/building-blocks/$buildingBlockId', params: { buildingBlockId: id } })
      }
      submit={t('blockForms.add')}
      cancel={<Cancel to="/building-blocks" />}
    >
      <PlaceFields blocks={blocks} />
      <BlockFields />
      <DayField
        name="validFrom"
        label={t('forms.firstDay')}
        hint={t('blockForms.firstDayHint')}
        needed={t('forms.firstDayNeeded')}
      />
    </RecordForm>
  );
}

/** The theme, and with it the first number that is free. */
function PlaceFields({ blocks }: { readonly blocks: readonly Block[] }) {
  const { t } = useTranslation();
  const { language } = useDates();
  const themes = useQuery(queries.themes);
  const { setValue, watch } = useFormContext<{ theme: string; code: string }>();
  const theme = watch('theme');
  const codes = blocks.map(({ code }) => code);
  return (
    <>
      <Loaded query={themes} rows={1}>
        {(all) => (
          <SelectField
            name="theme"
            label={t('blockForms.theme')}
            hint={t('blockForms.themeHint')}
            needed={t('blockForms.themeNeeded')}
            // Here and not in an effect: what was typed over it stays when the blocks are asked for anew.
            chosen={(code) => setValue('code', code && nextCode(code, codes), { shouldDirty: true })}
          >
            <option value="">{t('forms.choose')}</option>
            {all.map(({ code, name }) => (
              <option key={code} value={code}>
                {code} {name[language]}
              </option>
            ))}
          </SelectField>
        )}
      </Loaded>
      <TextField
        name="code"
        label={t('blockForms.code')}
        hint={t('blockForms.codeHint')}
        needed={t('blockForms.codeNeeded')}
        answer="number"
        pattern={{ value: new RegExp(`^${theme || '[1-8]'}[a-z]{1,2}$`), message: t('blockForms.codeWrong') }}
      />
    </>
  );
}
