import type { DocumentModel, DocumentTable } from './document-model.js';

/** All tables in reading order. */
export function documentTables(model: DocumentModel): DocumentTable[] {
  return model.chapters.flatMap((chapter) =>
    chapter.blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])),
  );
}

export function csvFileName(table: DocumentTable): string {
  return `${table.id}.csv`;
}
