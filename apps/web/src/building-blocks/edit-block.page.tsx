import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { queries } from '../api/queries.js';
import { RecordForm } from '../shell/record-form.js';
import { seen } from '../shell/version.js';
import { BlockFields, blockChanges, blockValues } from './block-fields.js';
import { type BlockDetails, BlockFormPage, CancelToBlock } from './use-block.js';

export function EditBlockPage() {
  const { t } = useTranslation();
  return (
    <BlockFormPage title={t('blockForms.change')} may={({ abilities }) => abilities.change}>
      {(block) => <EditForm block={block} />}
    </BlockFormPage>
  );
}

function EditForm({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const roles = useQuery(queries.roles).data ?? [];
  return (
    <RecordForm
      version={block.version}
      values={blockValues(block)}
      save={(_, changed, begun) =>
        answerOf(
          api.PATCH('/building-blocks/{buildingBlockId}', {
            params: { path: { buildingBlockId: block.id }, header: seen(begun) },
            body: blockChanges(changed, roles),
          }),
        )
      }
      done={({ id }) =>
        void navigate({ to: '/building-blocks/$buildingBlockId', params: { buildingBlockId: id } })
      }
      submit={t('blockForms.save')}
      cancel={<CancelToBlock id={block.id} />}
    >
      <BlockFields block={block} />
    </RecordForm>
  );
}
