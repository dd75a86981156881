import type { Localised } from '@weerbaar/core/figures';
import type { RichText } from '@weerbaar/core/richtext';
import type { Role } from '@weerbaar/kernel/context';
import demoData from './demo.json' with { type: 'json' };

/**
 * A day counted from the year of the demo, so that the demo never grows old: `{ year: -1, monthDay: '04-14' }`
 * is 14 April of the year before it. Whoever loads the demo leaves out what would lie after today.
 */
export interface DemoDate {
  readonly year: number;
  /** `mm-dd` */
  readonly monthDay: string;
}

/** Invented; the key is how the rest of the demo refers to this person. */
export interface DemoPerson {
  readonly key: string;
  readonly name: string;
  readonly jobTitle: string;
  readonly roles: readonly Role[];
}

/** With the code of what it is part of, and the key of who manages it. */
export interface DemoDepartment {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly parent: string | null;
  readonly manager: string | null;
}

export interface DemoJobFunction {
  readonly code: string;
  readonly name: string;
  readonly publishesSideActivities: boolean;
  readonly reportsFinancialInterests: boolean;
  readonly isVulnerable: boolean;
  readonly conductCertificateProfile: string | null;
}

/** Of a person by key, in a department and a function by their codes. The politicians have none. */
export interface DemoEmployment {
  readonly person: string;
  readonly personnelNumber: string;
  readonly kind: 'employee' | 'hired-staff';
  readonly department: string;
  readonly jobFunction: string;
  readonly hoursPerWeek: number;
  readonly from: DemoDate;
}

export type DemoOwner = { readonly person: string } | { readonly role: Role };

export interface DemoBuildingBlock {
  readonly block: string;
  readonly owner: DemoOwner;
  readonly networkMembers: readonly string[];
  /** The municipality's own name, where it differs from the generic one. */
  readonly localName: Localised | null;
}

export type DemoDocumentKind = 'policy' | 'regulation' | 'protocol' | 'guideline' | 'form' | 'other';

/** Rows with the same block and title are versions of one document. */
export interface DemoPolicyDocument {
  readonly block: string;
  readonly title: string;
  readonly kind: DemoDocumentKind;
  readonly version: string;
  /** Role code of the body that adopted it. */
  readonly adoptedBy: Role;
  readonly adoptedOn: DemoDate;
  readonly publishedAt: readonly string[];
}

export interface DemoAssessment {
  readonly block: string;
  readonly aspect: 'design' | 'existence' | 'operation';
  readonly judgement: 'sufficient' | 'partial' | 'insufficient';
  readonly assessedOn: DemoDate;
  readonly assessor: string;
  readonly period: { readonly from: DemoDate; readonly to: DemoDate };
  readonly reason: string;
  readonly evidence: string;
}

export interface DemoFinding {
  readonly key: string;
  /** Offset of the cycle whose plan the finding is an input of. */
  readonly year: number;
  readonly source:
    'previous-report' | 'developments' | 'own-instruments' | 'adviser-reports' | 'audits-and-investigations';
  readonly block: string | null;
  readonly title: string;
  readonly text: string;
  /** Of what is at rest: why nothing is done about it this year. */
  readonly reasonForNoAction?: string;
}

export type DemoActionStatus =
  'planned' | 'running' | 'continuous' | 'periodic' | 'done' | 'delayed' | 'stopped';

/** What the owner reported at the end of a quarter. A later quarter than today's has not happened yet. */
export interface DemoProgress {
  readonly quarter: number;
  readonly status: DemoActionStatus;
  readonly note: string;
}

export interface DemoAction {
  readonly key: string;
  readonly year: number;
  readonly block: string;
  readonly action: string;
  readonly intendedResult: string;
  readonly owner: string;
  /** 1 to 4, in the year of the cycle. */
  readonly quarter: number;
  readonly budgetEuro: number;
  readonly hours: number;
  readonly priority: 'high' | 'normal' | 'low';
  /** Once all progress has been reported; before the first report an action is planned. */
  readonly status: DemoActionStatus;
  readonly sourceFinding: string | null;
  /** Key of last year's action that this one continues. */
  readonly carriedOverFrom: string | null;
  readonly progress: readonly DemoProgress[];
}

export interface DemoChapter {
  readonly chapter: string;
  readonly text: RichText;
}

export interface DemoAdoptionDecision {
  readonly body: 'municipal-secretary' | 'management-team' | 'works-council' | 'college' | 'council';
  readonly on: DemoDate;
  readonly reference: string;
  readonly remark: string;
}

export interface DemoDocument {
  /** Offset of the cycle the document belongs to. */
  readonly year: number;
  readonly chapters: readonly DemoChapter[];
  readonly adoption: readonly DemoAdoptionDecision[];
}

export interface DemoContent {
  readonly version: string;
  readonly organisation: { readonly name: string; readonly slug: string };
  /** Whom people ask about Weerbaar. */
  readonly contact: Readonly<Record<'contactName' | 'contactPhone' | 'contactEmail', string>>;
  readonly persons: readonly DemoPerson[];
  /** Each after what it is part of. */
  readonly departments: readonly DemoDepartment[];
  readonly jobFunctions: readonly DemoJobFunction[];
  readonly employments: readonly DemoEmployment[];
  readonly buildingBlocks: readonly DemoBuildingBlock[];
  readonly policyDocuments: readonly DemoPolicyDocument[];
  readonly assessments: readonly DemoAssessment[];
  readonly findings: readonly DemoFinding[];
  readonly actions: readonly DemoAction[];
  readonly annualPlan: DemoDocument;
  readonly annualReport: DemoDocument;
}

/** JSON widens codes to plain strings; that each of them is a known code is proved by the spec beside this file. */
export const demoContent = demoData as DemoContent;
