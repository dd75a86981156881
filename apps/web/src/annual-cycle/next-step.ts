import type { Schemas } from '../api/client.js';

type Document = Schemas['AnnualDocumentView'];

/** What is looked at to tell what to do next in a year. */
export interface Standing {
  readonly phase: Schemas['Phase'];
  /** Whether whoever looks runs the year. */
  readonly edit: boolean;
  readonly findings: number;
  /** Those of the findings that wait for an action. */
  readonly unanswered: number;
  readonly actions: number;
  /** What was left open in the year before and is not in this one yet. */
  readonly openBefore: number;
  /** Whether it was chosen already what of that goes on. */
  readonly hasCarriedOver: boolean;
  readonly documents: readonly Document[];
}

export type Step =
  | { readonly kind: DocumentStep; readonly document: Document }
  | {
      readonly kind:
        | 'addFindings'
        | 'makeActions'
        | 'addActions'
        | 'carryOver'
        | 'beginPlan'
        | 'nextPhase'
        | 'progress'
        | 'assess'
        | 'beginReport'
        | 'nextYear';
    };

export type DocumentStep = 'write' | 'decide' | 'await' | 'publish' | 'awaitPublishing';

/** The one thing to do next in a year; nothing for whoever has nothing to do in it. */
export function nextStepOf(standing: Standing): Step | undefined {
  const newest = newestOf(standing.documents);
  const mine = newest.find(({ abilities }) => abilities.decide);
  if (mine) return { kind: 'decide', document: mine };
  if (!standing.edit) {
    const underWay = newest.find(({ status }) => status === 'submitted' || status === 'adopted');
    return underWay && stepOf(underWay);
  }
  const wanted = standing.phase === 'report' ? 'report' : 'plan';
  const document = newest.find(({ kind }) => kind === wanted);
  if (document && document.status !== 'published') return stepOf(document);
  switch (standing.phase) {
    case 'plan':
      return document ? { kind: 'nextPhase' } : { kind: beforeThePlan(standing) };
    case 'execute':
      return { kind: 'progress' };
    case 'evaluate':
      return { kind: 'assess' };
    case 'report':
      return { kind: document ? 'nextYear' : 'beginReport' };
  }
}

function beforeThePlan({ findings, unanswered, actions, openBefore, hasCarriedOver }: Standing) {
  if (unanswered > 0) return 'makeActions';
  // Else the plan would tell that nothing goes on, while it does.
  if (openBefore > 0 && !hasCarriedOver && findings + actions > 0) return 'carryOver';
  if (actions > 0) return 'beginPlan';
  return findings > 0 ? 'addActions' : 'addFindings';
}

function stepOf(document: Document): Step {
  const { status, abilities } = document;
  if (status === 'draft') return { kind: 'write', document };
  if (status === 'submitted') return { kind: 'await', document };
  return { kind: abilities.publish ? 'publish' : 'awaitPublishing', document };
}

/** Of each plan or report the newest revision. */
export function newestOf(documents: readonly Document[]): readonly Document[] {
  return documents.filter(
    ({ kind, year, revision }) =>
      !documents.some((other) => other.kind === kind && other.year === year && other.revision > revision),
  );
}
