import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../api/client.js';
import { queries } from '../api/queries.js';
import { useDates } from '../shell/dates.js';
import { Section } from '../shell/page.js';
import { Empty, Loaded } from '../shell/states.js';
import { Tag } from '../shell/tag.js';
import { Heading } from '../ui.js';
import type { BlockDetails } from './use-block.js';

/** What was adopted for it, in all its versions. */
export function BlockDocuments({ block }: { readonly block: BlockDetails }) {
  const { t } = useTranslation();
  const documents = useQuery(queries.policyDocuments(block.id));
  const mayAdd = block.abilities.addPolicyDocuments;
  return (
    <Section
      id="documents"
      title={t('block.documents')}
      tools={
        mayAdd && (
          <Link
            to="/building-blocks/$buildingBlockId/policy-documents/new"
            params={{ buildingBlockId: block.id }}
          >
            {t('blockForms.addDocument')}
          </Link>
        )
      }
    >
      <Loaded query={documents} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{t('block.noDocuments')}</Empty>
          ) : (
            <ul className="plain-list cards-list">
              {items.map((document) => (
                <li key={document.id} className="card-line">
                  <Document document={document} mayAdd={mayAdd} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}

interface DocumentProps {
  readonly document: Schemas['PolicyDocumentView'];
  readonly mayAdd: boolean;
}

function Document({ document, mayAdd }: DocumentProps) {
  const { t } = useTranslation();
  const [newest, ...earlier] = document.versions.toSorted((a, b) => b.number - a.number);
  return (
    <>
      <p className="muted">{t(`block.kinds.${document.kind}`)}</p>
      <Heading level={3}>{document.title}</Heading>
      {newest ? (
        <Version document={document} version={newest} />
      ) : (
        <p>
          <Tag tone="attention" icon="none">
            {t('blockForms.announced')}
          </Tag>
        </p>
      )}
      {earlier.length > 0 && (
        <details>
          <summary>{t('block.earlier', { count: earlier.length })}</summary>
          {earlier.map((version) => (
            <Version key={version.number} document={document} version={version} />
          ))}
        </details>
      )}
      {mayAdd && (
        <p>
          <Link
            to="/building-blocks/$buildingBlockId/policy-documents/$policyDocumentId/versions/new"
            params={{ buildingBlockId: document.buildingBlockId, policyDocumentId: document.id }}
          >
            {newest ? t('blockForms.newVersion') : t('blockForms.addVersion')}
            <span className="ams-visually-hidden"> {document.title}</span>
          </Link>
        </p>
      )}
    </>
  );
}

interface VersionProps {
  readonly document: Schemas['PolicyDocumentView'];
  readonly version: Schemas['PolicyDocumentVersionView'];
}

function Version({ document: { id, title }, version }: VersionProps) {
  const { t } = useTranslation();
  const { day } = useDates();
  const { number, adoptedOn, adoptedBy, validFrom, publicationPlace: place, changeNote } = version;
  return (
    <div className="version">
      <p>
        <strong>{t('block.version', { number })}</strong>{' '}
        {version.inForce && (
          <Tag tone="ok" icon="check">
            {t('block.inForce')}
          </Tag>
        )}
      </p>
      <p>
        {t('block.adopted', { day: day(adoptedOn), body: adoptedBy })}.{' '}
        {t('block.validFrom', { day: day(validFrom) })}.
      </p>
      {changeNote && <p>{changeNote}</p>}
      {place && (
        <p className="muted">
          {t('block.place')} <Place place={place} />
        </p>
      )}
      {version.hasFile && (
        <p>
          <a href={`/api/v1/policy-documents/${id}/versions/${number}/file`}>
            {t('block.download')}
            <span className="ams-visually-hidden"> {t('block.downloadOf', { number, title })}</span>
          </a>
        </p>
      )}
    </div>
  );
}

/** A way to it where it is an address and nothing else; what else was written stays words. */
function Place({ place }: { readonly place: string }) {
  const { t } = useTranslation();
  if (!/^https:\/\/\S+$/i.test(place) || !URL.canParse(place)) return place;
  return (
    <a href={place} target="_blank" rel="noopener noreferrer">
      {place} {t('forms.newTab')}
    </a>
  );
}
