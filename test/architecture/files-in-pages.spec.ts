import { resolve } from 'node:path';
import { describeMediaType, documentUploadTypes, uploadLimitBytes } from '@weerbaar/kernel/files';

/**
 * A page tells which files may be chosen before minutes are spent on sending one, and carries no server code: the rule
 * stands in it once more. Real: both sides.
 */

interface FileRules {
  readonly documentFile: { readonly megabytes: number };
  readonly extensionsOf: (rule: FileRules['documentFile']) => readonly string[];
}

it('the pages let people choose the documents that the API takes in', async () => {
  const path = resolve(import.meta.dirname, '../../apps/web/src/shell/file-rule.ts');
  const { documentFile, extensionsOf } = (await import(path)) as FileRules;
  expect(extensionsOf(documentFile).toSorted()).toEqual(
    documentUploadTypes.flatMap((type) => describeMediaType(type).extensions).toSorted(),
  );
  expect(documentFile.megabytes * 1024 * 1024).toBe(uploadLimitBytes);
});
