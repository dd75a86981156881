import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { DayField } from '../shell/day-field.js';
import { CheckField } from '../shell/fields.js';
import { RecordForm } from '../shell/record-form.js';
import { seen } from '../shell/version.js';
import { Paragraph } from '../ui.js';
import { ActionsThisYear } from './actions-this-year.js';
import { type BlockDetails, BlockFormPage, CancelToBlock, nameOf } from './use-block.js';

export function EndBlockPage() {
  const { t } = useTranslation();
  return (
    <BlockFormPage title={t('blockForms.end')} may={({ abilities }) => abilities.change}>
      {(block) => <EndForm block={block} />}
    </BlockFormPage>
  );
}

function EndForm({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <div className="stack form-lead">
        <Paragraph className="measure">{t('blockForms.endLead', { block: nameOf(block) })}</Paragraph>
        <OpenActions block={block} />
      </div>
      <RecordForm
        version={block.version}
        values={{ validTo: block.validTo ?? '', sure: false }}
        save={({ validTo }, _, begun) =>
          answerOf(
            api.POST('/building-blocks/{buildingBlockId}/_end', {
              params: { path: { buildingBlockId: block.id }, header: seen(begun) },
              body: { validTo },
            }),
          )
        }
        done={({ id }) =>
          void navigate({ to: '/building-blocks/$buildingBlockId', params: { buildingBlockId: id } })
        }
        submit={t('blockForms.end')}
        cancel={<CancelToBlock id={block.id} />}
      >
        <DayField
          name="validTo"
          label={t('blockForms.lastDay')}
          hint={t('blockForms.lastDayHint')}
          needed={t('blockForms.lastDayNeeded')}
        />
        <CheckField name="sure" label={t('blockForms.sure')} needed={t('blockForms.sureNeeded')} />
      </RecordForm>
    </>
  );
}

const open: ReadonlySet<string> = new Set(['planned', 'running', 'continuous', 'periodic', 'delayed']);

/** What goes on for it this year. */
function OpenActions({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  return (
    <ActionsThisYear buildingBlockId={block.id}>
      {(actions, year) => {
        const count = actions.filter(({ status }) => open.has(status)).length;
        return (
          count > 0 && (
            <Paragraph className="measure">{t('blockForms.endActions', { count, year })}</Paragraph>
          )
        );
      }}
    </ActionsThisYear>
  );
}
