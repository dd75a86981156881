/** What a file can tell of an employment, as the API calls it, in the order in which people think of it. */
export const importColumns = [
  'personnelNumber',
  'name',
  'givenName',
  'namePrefix',
  'familyName',
  'departmentCode',
  'validFrom',
  'validTo',
  'personNumber',
  'email',
  'kind',
  'jobFunctionCode',
  'hoursPerWeek',
  'managerNumber',
] as const;

export type ImportColumn = (typeof importColumns)[number];
