import type { StoredFile } from '@weerbaar/kernel/files';
import type { PublicationView, RenderedFileView, RenderingView } from './rendering.dto.js';
import type { PublishedDocument, RenderingState } from './rendering.service.js';

export function forReader({ rendering, run, requestedBy, files }: RenderingState): RenderingView {
  return {
    id: rendering.id,
    documentId: rendering.documentId,
    edition: rendering.edition,
    language: rendering.language,
    contentHash: rendering.contentHash,
    requestedAt: rendering.requestedAt.toISOString(),
    requestedBy: requestedBy && { personId: requestedBy.personId, name: requestedBy.name },
    state: run.state,
    step: run.step,
    progress: run.progress,
    errorCode: run.errorCode,
    files: files.map(({ format, file }) =>
      fileView(format, file, `/api/v1/renderings/${rendering.id}/files/${format}`),
    ),
  };
}

export function forPublic({
  documentId,
  kind,
  year,
  revision,
  publishedAt,
  files,
}: PublishedDocument): PublicationView {
  return {
    documentId,
    kind,
    year,
    revision,
    publishedAt: publishedAt.toISOString(),
    files: files.map(({ format, file }) =>
      fileView(format, file, `/api/v1/publications/${documentId}/files/${format}`),
    ),
  };
}

function fileView(
  format: string,
  { name, mediaType, size, sha256 }: StoredFile,
  href: string,
): RenderedFileView {
  return { format, name, mediaType, size, sha256, href };
}
