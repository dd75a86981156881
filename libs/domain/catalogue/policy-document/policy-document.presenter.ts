import type { PolicyDocumentVersionView, PolicyDocumentView } from './policy-document.dto.js';
import type { PolicyDocument } from './policy-document.entity.js';
import type { ShownDocument } from './policy-document.service.js';
import type { PolicyDocumentVersion } from './policy-document-version.entity.js';

export function forColleague({ document, versions, inForce }: ShownDocument): PolicyDocumentView {
  const { id, buildingBlockId, title, kind }: PolicyDocument = document;
  return {
    id,
    buildingBlockId,
    title,
    kind,
    versions: versions.map((version) => versionForColleague(version, version.id === inForce?.id)),
  };
}

function versionForColleague(version: PolicyDocumentVersion, inForce: boolean): PolicyDocumentVersionView {
  const { number, adoptedOn, adoptedBy, validFrom, publicationPlace, changeNote, recordedBy } = version;
  return {
    number,
    adoptedOn,
    adoptedBy,
    validFrom,
    publicationPlace,
    changeNote,
    hasFile: version.fileId !== null,
    inForce,
    recordedAt: version.recordedAt.toISOString(),
    recordedBy,
  };
}
