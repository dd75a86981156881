import type { Localised } from '@weerbaar/core/figures';

/** The roles of an integrity system, with their names. Codes are stable: they stand in data. */
export const roleNames = {
  employee: { nl: 'Medewerker', en: 'Employee' },
  'hired-staff': { nl: 'Ingehuurde medewerker', en: 'Hired staff' },
  volunteer: { nl: 'Vrijwilliger', en: 'Volunteer' },
  manager: { nl: 'Leidinggevende', en: 'Manager' },
  'cluster-manager': { nl: 'Clustermanager', en: 'Cluster manager' },
  director: { nl: 'Directeur', en: 'Director' },
  'integrity-adviser': { nl: 'Integriteitsadviseur', en: 'Integrity adviser' },
  'municipal-secretary': { nl: 'Gemeentesecretaris', en: 'Municipal secretary' },
  mayor: { nl: 'Burgemeester', en: 'Mayor' },
  'management-team': { nl: 'Managementteam', en: 'Management team' },
  'works-council': { nl: 'Ondernemingsraad', en: 'Works council' },
  college: { nl: 'College van burgemeester en wethouders', en: 'College of mayor and aldermen' },
  alderman: { nl: 'Wethouder', en: 'Alderman' },
  council: { nl: 'Gemeenteraad', en: 'Municipal council' },
  'council-registrar': { nl: 'Griffier', en: 'Council registrar' },
  'integrity-working-group': {
    nl: 'Werkgroep ambtelijke integriteit',
    en: 'Working group on integrity',
  },
  'human-resources': { nl: 'Personeel en organisatie', en: 'Human resources' },
  'confidential-adviser-integrity': {
    nl: 'Vertrouwenspersoon integriteit',
    en: 'Confidential adviser for integrity',
  },
  'confidential-adviser-conduct': {
    nl: 'Vertrouwenspersoon omgangsvormen',
    en: 'Confidential adviser for conduct',
  },
  'safety-coordinator': { nl: 'Veiligheidscoördinator', en: 'Safety coordinator' },
  'complaints-coordinator': { nl: 'Klachtencoördinator', en: 'Complaints coordinator' },
  'chief-information-security-officer': {
    nl: 'Chief information security officer (CISO)',
    en: 'Chief information security officer (CISO)',
  },
  'data-protection-officer': { nl: 'Functionaris gegevensbescherming (FG)', en: 'Data protection officer' },
  'risk-manager': { nl: 'Risicomanager', en: 'Risk manager' },
  auditor: { nl: 'Auditor', en: 'Auditor' },
  investigator: { nl: 'Onderzoeker', en: 'Investigator' },
  'key-custodian': { nl: 'Sleutelbewaarder', en: 'Key custodian' },
  'procurement-lead': { nl: 'Hoofd inkoop', en: 'Procurement lead' },
  'department-head': { nl: 'Afdelingshoofd', en: 'Department head' },
  'communication-adviser': { nl: 'Communicatieadviseur', en: 'Communication adviser' },
  'learning-adviser': { nl: 'Opleidingsadviseur', en: 'Learning adviser' },
  'facility-manager': { nl: 'Facilitair manager', en: 'Facility manager' },
  administrator: { nl: 'Beheerder', en: 'Administrator' },
} as const satisfies Record<string, Localised>;

export type Role = keyof typeof roleNames;

export const roles = Object.keys(roleNames) as readonly Role[];
