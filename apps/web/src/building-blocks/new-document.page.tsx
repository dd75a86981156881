import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { SelectField, TextField } from '../shell/fields.js';
import { RecordForm } from '../shell/record-form.js';
import { Paragraph } from '../ui.js';
import { type BlockDetails, BlockFormPage, CancelToBlock } from './use-block.js';

type Kind = Schemas['PolicyDocumentKind'];

const kinds: readonly Kind[] = ['policy', 'regulation', 'protocol', 'guideline', 'form', 'other'];

/** Which document it is; its text comes on the next page. */
export function NewDocumentPage() {
  const { t } = useTranslation();
  return (
    <BlockFormPage title={t('blockForms.addDocument')} may={({ abilities }) => abilities.addPolicyDocuments}>
      {(block) => <DocumentForm block={block} />}
    </BlockFormPage>
  );
}

function DocumentForm({ block: { id: buildingBlockId } }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <>
      <Paragraph className="measure form-lead">{t('blockForms.documentLead')}</Paragraph>
      <RecordForm<{ title: string; kind: Kind | '' }, Schemas['PolicyDocumentView']>
        values={{ title: '', kind: '' }}
        save={({ title, kind }) =>
          answerOf(
            api.POST('/building-blocks/{buildingBlockId}/policy-documents', {
              params: { path: { buildingBlockId } },
              body: { title, kind: kind || 'other' },
            }),
          )
        }
        done={({ id: policyDocumentId }) =>
          void navigate({
            to: '/building-blocks/$buildingBlockId/policy-documents/$policyDocumentId/versions/new',
            params: { buildingBlockId, policyDocumentId },
          })
        }
        submit={t('blockForms.toVersion')}
        cancel={<CancelToBlock id={buildingBlockId} />}
      >
        <TextField
          name="title"
          label={t('blockForms.documentTitle')}
          needed={t('blockForms.documentTitleNeeded')}
        />
        <SelectField
          name="kind"
          label={t('blockForms.documentKind')}
          needed={t('blockForms.documentKindNeeded')}
        >
          <option value="">{t('forms.choose')}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`block.kinds.${kind}`)}
            </option>
          ))}
        </SelectField>
      </RecordForm>
    </>
  );
}
