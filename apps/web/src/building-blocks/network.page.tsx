import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client.js';
import { useDates } from '../shell/dates.js';
import { DeedButton, Deeds, useTell } from '../shell/deed.js';
import { Section } from '../shell/page.js';
import { nobody, PersonField } from '../shell/person-field.js';
import { RecordForm } from '../shell/record-form.js';
import { Empty } from '../shell/states.js';
import { Table } from '../shell/table.js';
import { Paragraph } from '../ui.js';
import { type BlockDetails, BlockFormPage, nameOf } from './use-block.js';

/** The people around a block. */
export function NetworkPage() {
  const { t } = useTranslation();
  return (
    <BlockFormPage
      title={(block) => t('blockForms.network', { block: nameOf(block) })}
      may={({ abilities }) => abilities.change}
    >
      {(block) => (
        <>
          <Paragraph className="measure form-lead">{t('blockForms.networkLead')}</Paragraph>
          <Deeds>
            <Members block={block} />
            <AddMember block={block} />
          </Deeds>
        </>
      )}
    </BlockFormPage>
  );
}

function Members({ block: { id: buildingBlockId, network } }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const { day } = useDates();
  if (network.length === 0) return <Empty>{t('blockForms.noMembers')}</Empty>;
  return (
    <Table
      label={t('block.network')}
      rows={network}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', head: t('blockForms.member'), isName: true, cell: ({ name }) => name },
        { key: 'since', head: t('blockForms.memberSince'), cell: ({ validFrom }) => day(validFrom) },
        {
          key: 'remove',
          head: t('lists.action'),
          cell: ({ id: memberId, name }) => (
            <DeedButton
              label={t('blockForms.removeMember')}
              of={name}
              told={t('blockForms.removedMember', { name })}
              ask={() =>
                answerOf(
                  api.DELETE('/building-blocks/{buildingBlockId}/members/{memberId}', {
                    params: { path: { buildingBlockId, memberId } },
                  }),
                )
              }
            />
          ),
        },
      ]}
    />
  );
}

function AddMember({ block: { id: buildingBlockId } }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const tell = useTell();
  // Another one begins with an empty form.
  const [count, setCount] = useState(0);
  return (
    <Section id="add" title={t('blockForms.addMember')}>
      <RecordForm
        key={count}
        values={{ personId: nobody }}
        save={({ personId }) =>
          answerOf(
            api.POST('/building-blocks/{buildingBlockId}/members', {
              params: { path: { buildingBlockId } },
              body: { personId: personId.id },
            }),
          )
        }
        done={() => {
          tell(t('blockForms.addedMember'));
          setCount(count + 1);
        }}
        submit={t('blockForms.addToNetwork')}
      >
        <PersonField name="personId" label={t('blockForms.who')} needed={t('forms.pickOne')} />
      </RecordForm>
    </Section>
  );
}
