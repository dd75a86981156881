import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../organisation/places.js';
import { tellOnArrival } from '../shell/arrival.js';
import { DayField } from '../shell/day-field.js';
import { RecordForm } from '../shell/record-form.js';
import { Success } from '../shell/success.js';
import { Heading, Paragraph } from '../ui.js';
import { AspectFields } from './aspect-fields.js';
import { type AssessmentValues, assessmentValues, judgedIn, recordOne } from './assessment-values.js';
import type { Aspect } from './state.js';
import { type BlockDetails, BlockFormPage, CancelToBlock, nameOf } from './use-block.js';

/** Judges one, two or all three aspects of a block in one go. */
export function AssessPage() {
  const { t } = useTranslation();
  return (
    <BlockFormPage
      title={(block) => t('blockForms.assessTitle', { block: nameOf(block) })}
      may={({ abilities }) => abilities.assess.length > 0}
    >
      {(block) => <AssessForm block={block} />}
    </BlockFormPage>
  );
}

function AssessForm({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const { today } = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { id, abilities, reviewIntervalMonths: count } = block;
  // Each aspect is recorded by itself. What went well before something was refused is not recorded twice.
  const [recorded, setRecorded] = useState<readonly Aspect[]>([]);

  const save = async (given: AssessmentValues): Promise<void> => {
    const done = [...recorded];
    try {
      for (const aspect of judgedIn(given)) {
        if (done.includes(aspect)) continue;
        await recordOne(id, aspect, given);
        done.push(aspect);
      }
    } catch (error) {
      setRecorded(done);
      void client.invalidateQueries({ queryKey: ['building-blocks'] });
      throw error;
    }
  };

  const asked = abilities.assess.filter((aspect) => !recorded.includes(aspect));
  return (
    <>
      <Paragraph className="measure form-lead">
        {t('blockForms.assessLead', { interval: t('block.months', { count }) })}
      </Paragraph>
      <RecordForm
        values={assessmentValues(today)}
        save={save}
        done={() => {
          tellOnArrival(t('blockForms.assessed'));
          void navigate({ to: '/building-blocks/$buildingBlockId', params: { buildingBlockId: id } });
        }}
        submit={t('blockForms.saveAssessment')}
        cancel={<CancelToBlock id={id} />}
      >
        <Success>
          {recorded.length > 0 &&
            t('blockForms.partly', { aspects: recorded.map((one) => t(`aspects.${one}`)).join(', ') })}
        </Success>
        <Heading level={2} size="level-3">
          {t('blockForms.period')}
        </Heading>
        <DayField
          name="periodFrom"
          label={t('blockForms.periodFrom')}
          hint={t('blockForms.periodFromHint')}
          needed={t('blockForms.periodFromNeeded')}
        />
        <DayField
          name="periodTo"
          label={t('blockForms.periodTo')}
          hint={t('blockForms.periodToHint')}
          needed={t('blockForms.periodToNeeded')}
        />
        {asked.map((aspect, index) => (
          <AspectFields
            key={aspect}
            aspect={aspect}
            last={block.state.find((one) => one.aspect === aspect)?.assessed}
            // One of them must be judged: the first one says so.
            isFirst={index === 0 && recorded.length === 0}
          />
        ))}
        <DayField
          name="assessedOn"
          label={t('blockForms.assessedOn')}
          hint={t('blockForms.assessedOnHint')}
          needed={t('blockForms.assessedOnNeeded')}
        />
      </RecordForm>
    </>
  );
}
