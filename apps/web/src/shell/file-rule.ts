/** Kinds of files as people call them, and how their names end. */
export const fileKinds = {
  pdf: { name: 'PDF', extensions: ['pdf'] },
  word: { name: 'Word (docx)', extensions: ['docx'] },
  text: { name: 'OpenDocument (odt)', extensions: ['odt'] },
  excel: { name: 'Excel (xlsx)', extensions: ['xlsx'] },
  sheet: { name: 'OpenDocument (ods)', extensions: ['ods'] },
  png: { name: 'PNG', extensions: ['png'] },
  jpeg: { name: 'JPEG', extensions: ['jpg', 'jpeg'] },
  csv: { name: 'CSV', extensions: ['csv'] },
} as const;

export interface FileRule {
  readonly kinds: readonly (keyof typeof fileKinds)[];
  /** At most; a part of one for a small file. */
  readonly megabytes: number;
}

/** What the API takes in as a document; it has the last word. */
export const documentFile: FileRule = {
  kinds: ['pdf', 'word', 'text', 'excel', 'sheet', 'png', 'jpeg'],
  megabytes: 25,
};

export const extensionsOf = (rule: FileRule): readonly string[] =>
  rule.kinds.flatMap((kind) => fileKinds[kind].extensions);
