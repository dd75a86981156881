import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api, type Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { withFile } from '../api/upload.js';
import { DayField } from '../shell/day-field.js';
import { AreaField, TextField } from '../shell/fields.js';
import { FileField } from '../shell/file-field.js';
import { documentFile } from '../shell/file-rule.js';
import { RecordForm } from '../shell/record-form.js';
import { Loaded, Missing } from '../shell/states.js';
import { Heading, Paragraph } from '../ui.js';
import { type BlockDetails, BlockFormPage, CancelToBlock } from './use-block.js';

const route = getRouteApi(
  '/inside/building-blocks/$buildingBlockId/policy-documents/$policyDocumentId/versions/new',
);

/** The text of a document as it was adopted. */
export function NewVersionPage() {
  const { t } = useTranslation();
  return (
    <BlockFormPage title={t('blockForms.addVersion')} may={({ abilities }) => abilities.addPolicyDocuments}>
      {(block) => <OfDocument block={block} />}
    </BlockFormPage>
  );
}

function OfDocument({ block }: { readonly block: BlockDetails }) {
  const { policyDocumentId } = route.useParams();
  const documents = useQuery(queries.policyDocuments(block.id));
  return (
    <Loaded query={documents}>
      {({ items }) => {
        const document = items.find(({ id }) => id === policyDocumentId);
        return document ? <VersionForm document={document} /> : <Missing />;
      }}
    </Loaded>
  );
}

interface VersionValues {
  readonly file: File | null;
  readonly publicationPlace: string;
  readonly adoptedOn: string;
  readonly adoptedBy: string;
  readonly validFrom: string;
  readonly changeNote: string;
}

function VersionForm({ document }: { readonly document: Schemas['PolicyDocumentView'] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { buildingBlockId, title, versions } = document;
  const previous = versions.toSorted((a, b) => b.number - a.number)[0];
  return (
    <>
      <Heading level={2} size="level-3">
        {t('blockForms.versionTitle', { number: (previous?.number ?? 0) + 1, title })}
      </Heading>
      <Paragraph className="measure form-lead">
        {previous ? t('blockForms.versionLead') : t('blockForms.versionLeadFirst')}
      </Paragraph>
      <RecordForm<VersionValues, Schemas['PolicyDocumentView']>
        values={{
          file: null,
          publicationPlace: previous?.publicationPlace ?? '',
          adoptedOn: '',
          adoptedBy: previous?.adoptedBy ?? '',
          validFrom: '',
          changeNote: '',
        }}
        save={({ file: chosen, publicationPlace, changeNote, ...given }) =>
          answerOf(
            api.POST('/policy-documents/{policyDocumentId}/versions', {
              params: { path: { policyDocumentId: document.id } },
              body: {
                ...given,
                publicationPlace: publicationPlace || null,
                changeNote: changeNote || null,
              },
              ...withFile(chosen),
            }),
          )
        }
        done={() => void navigate({ to: '/building-blocks/$buildingBlockId', params: { buildingBlockId } })}
        submit={t('blockForms.saveVersion')}
        cancel={<CancelToBlock id={buildingBlockId} />}
      >
        <FileField
          name="file"
          label={t('blockForms.versionFile')}
          hint={t('blockForms.versionFileHint')}
          rule={documentFile}
        />
        <TextField name="publicationPlace" label={t('blockForms.place')} hint={t('blockForms.placeHint')} />
        <DayField
          name="adoptedOn"
          label={t('blockForms.adoptedOn')}
          needed={t('blockForms.adoptedOnNeeded')}
        />
        <TextField
          name="adoptedBy"
          label={t('blockForms.adoptedBy')}
          hint={t('blockForms.adoptedByHint')}
          needed={t('blockForms.adoptedByNeeded')}
        />
        <DayField
          name="validFrom"
          label={t('blockForms.validFrom')}
          needed={t('blockForms.validFromNeeded')}
        />
        {previous && <AreaField name="changeNote" label={t('blockForms.note')} />}
      </RecordForm>
    </>
  );
}
