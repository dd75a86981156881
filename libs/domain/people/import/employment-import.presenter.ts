import type { Language } from '@weerbaar/core/figures';
import type { EmploymentImportView, ImportLineView } from './employment-import.dto.js';
import type { ShownImport } from './employment-import.service.js';
import type { ImportLine } from './import-line.js';

/** For who may change employments. */
export function importForKeeper({
  employmentImport,
  run,
  mayConfirm,
  endsMany,
}: ShownImport): EmploymentImportView {
  const { id, version, state, referenceDay, sha256, headings, totals, requestedAt, endedAt } =
    employmentImport;
  return {
    id,
    version,
    state,
    referenceDay,
    sha256,
    columns: { ...headings },
    totals: totals && { ...totals },
    requestedAt: requestedAt.toISOString(),
    endedAt: endedAt && endedAt.toISOString(),
    jobState: run.state,
    step: run.step,
    progress: run.progress,
    endsMany,
    may: { confirm: mayConfirm },
  };
}

/** With names: for who may change employments, and nobody else. */
export function lineForKeeper(line: ImportLine, language: Language): ImportLineView {
  const { row, personnelNumber, name, personId, kind, differences, faults, accountRemains } = line;
  return {
    row,
    personnelNumber,
    name,
    personId,
    kind,
    differences: differences.map(({ field, before, after }) => ({ field, before, after })),
    faults: faults.map(({ column, code, message }) => ({ column, code, message: message[language] })),
    accountRemains,
  };
}
