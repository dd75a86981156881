/** The roles that can be chosen to record a step of the adoption; a step from before may have another. */
export const decidingRoles = [
  'municipal-secretary',
  'works-council',
  'mayor',
  'management-team',
  'integrity-adviser',
] as const;
