import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { type Task, TaskRegistry } from '@weerbaar/kernel/tasks';
import { lastDayOf, quarterBefore, quarterOf } from './action/quarter.js';
import { openStatuses } from './action/action.repository.js';
import { type AdoptionDecision, currentStep } from './annual-document/adoption-step.js';
import { mayDecide, mayEdit } from './annual-document/annual-document.policy.js';
import {
  AnnualDocumentRepository,
  type DocumentUnderWay,
  type PlanToMake,
} from './annual-document/annual-document.repository.js';
import { annualCyclePermissions } from './annual-cycle.permissions.js';
import { AnnualCycleRepository } from './cycle/annual-cycle.repository.js';
import { allYear, byOwner, type RoundAction } from './progress-round/progress-round.js';
import { type Owning, ProgressRoundRepository } from './progress-round/progress-round.repository.js';
import { ownRoundPath, roundPath } from './progress-round/round-paths.js';

interface Round {
  readonly year: number;
  readonly quarter: number;
  readonly actions: readonly RoundAction[];
}

/** Documents at somebody's step, plans to make, own actions, and how far the quarterly rounds are. */
@Injectable()
export class AnnualCycleTasks implements OnModuleInit {
  constructor(
    private readonly registry: TaskRegistry,
    private readonly documents: AnnualDocumentRepository,
    private readonly cycles: AnnualCycleRepository,
    private readonly rounds: ProgressRoundRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      id: 'annual-cycle',
      tasksFor: async (actor) => [
        ...(await this.documentsFor(actor)),
        ...(await this.ownActions(actor)),
        ...(await this.roundsFor(actor)),
        ...(await this.plansFor(actor)),
      ],
    });
  }

  private async documentsFor(actor: Actor): Promise<readonly Task[]> {
    if (!holds(actor, annualCyclePermissions.decide)) return [];
    const found = await this.documents.underWay();
    const decisions = await this.documents.decisionsOfAll(found.map(({ id }) => id));
    return found.flatMap(
      (document) =>
        taskOf(
          actor,
          document,
          decisions.filter(({ documentId }) => documentId === document.id),
        ) ?? [],
    );
  }

  /** What should have been done by now, and what is asked about in this round and the one before. */
  private async ownActions(actor: Actor): Promise<readonly Task[]> {
    const { personId } = actor;
    if (personId === null || !holds(actor, annualCyclePermissions.report)) return [];
    const rounds = await this.recentRounds({ personId, roles: [...actor.roles] });
    return [...rounds.slice(0, 1).flatMap(lateActions), ...rounds.flatMap(reportAsked)];
  }

  private async roundsFor(actor: Actor): Promise<readonly Task[]> {
    if (!mayEdit(actor).allowed) return [];
    return (await this.recentRounds()).flatMap(roundUnderWay);
  }

  private async plansFor(actor: Actor): Promise<readonly Task[]> {
    if (!mayEdit(actor).allowed) return [];
    return (await this.documents.plansToMake()).map(planToMake);
  }

  /** The running one and the one before; of that, what nothing newer was told of. Years without a cycle have none. */
  private async recentRounds(owning?: Owning): Promise<readonly Round[]> {
    const running = quarterOf(this.clock.today());
    const told = new Set<string>();
    const found: Round[] = [];
    for (const { year, quarter } of [running, quarterBefore(running)]) {
      const cycle = await this.cycles.findYear(year);
      if (!cycle) continue;
      const actions = await this.rounds.actions(cycle.id, quarter, owning);
      found.push({
        year,
        quarter,
        actions: actions.map((action) => ({
          ...action,
          isReported: action.isReported || told.has(action.id),
        })),
      });
      for (const { id, isReported } of actions) if (isReported) told.add(id);
    }
    return found;
  }
}

function taskOf(
  actor: Actor,
  document: DocumentUnderWay,
  decisions: readonly AdoptionDecision[],
): Task | undefined {
  const { id, year, kind, status, route, submittedAt, adoptedOn } = document;
  const path = `/annual-documents/${id}`;
  const [nl, en] =
    kind === 'plan'
      ? [`Jaarplan ${year}`, `Annual plan ${year}`]
      : [`Jaarverslag ${year}`, `Annual report ${year}`];
  const last = decisions.at(-1);
  if (status === 'submitted') {
    const step = currentStep(route, decisions);
    if (!step) return undefined;
    const since = last && last.outcome !== 'sent-back' ? last.recordedAt : submittedAt;
    const waiting = { path, note: { nl: step.nameNl, en: step.nameEn }, ...(since && { since }) };
    if (mayDecide(actor, step).allowed)
      return { ...waiting, title: { nl: `${nl} ligt voor bij u`, en: `${en} is put before you` } };
    return mayEdit(actor).allowed
      ? { ...waiting, title: { nl: `${nl} ligt voor`, en: `${en} is put forward` }, isOfOthers: true }
      : undefined;
  }
  if (!mayEdit(actor).allowed) return undefined;
  if (status === 'adopted')
    return {
      title: { nl: `${nl} is vastgesteld: maak het openbaar`, en: `${en} is adopted: publish it` },
      path: `${path}/publish`,
      ...(adoptedOn && { since: new Date(adoptedOn) }),
    };
  if (last?.outcome !== 'sent-back') return undefined;
  return {
    title: { nl: `${nl} is teruggestuurd: pas het aan`, en: `${en} was sent back: change it` },
    path,
    since: last.recordedAt,
  };
}

function planToMake({ year, documentId }: PlanToMake): Task {
  return {
    title: { nl: `Jaarplan ${year} maken`, en: `Make the annual plan ${year}` },
    path: documentId ? `/annual-documents/${documentId}` : `/annual-cycles/${year}`,
  };
}

/** Each by itself: it is worked on until it is done. What goes on all year has no end to be late for. */
function lateActions({ year, quarter, actions }: Round): readonly Task[] {
  return actions
    .filter(
      (action) =>
        openStatuses.includes(action.status) && action.quarter < quarter && !allYear.includes(action.status),
    )
    .map((action) => ({
      title: {
        nl: `Actie ${action.number} afronden: ${action.title}`,
        en: `Finish action ${action.number}: ${action.title}`,
      },
      path: `/annual-cycles/${year}/actions/${action.id}`,
      dueOn: lastDayOf(year, action.quarter),
    }));
}

function reportAsked({ year, quarter, actions }: Round): readonly Task[] {
  const count = actions.filter(({ isReported }) => !isReported).length;
  if (count === 0) return [];
  return [
    {
      title:
        count === 1
          ? {
              nl: `Voortgang melden van 1 actie over kwartaal ${quarter}`,
              en: `Report the progress of 1 action in quarter ${quarter}`,
            }
          : {
              nl: `Voortgang melden van ${count} acties over kwartaal ${quarter}`,
              en: `Report the progress of ${count} actions in quarter ${quarter}`,
            },
      path: ownRoundPath(year, quarter),
      dueOn: lastDayOf(year, quarter),
    },
  ];
}

/** For whoever runs the year: who told how it goes. Nothing once everybody has. */
function roundUnderWay({ year, quarter, actions }: Round): readonly Task[] {
  const owners = byOwner(actions);
  const reported = owners.filter(({ hasReported }) => hasReported).length;
  if (reported === owners.length) return [];
  return [
    {
      title: {
        nl: `Kwartaalronde ${quarter}: ${reported} van ${owners.length} eigenaren hebben gemeld`,
        en: `Round of quarter ${quarter}: ${reported} of ${owners.length} owners have reported`,
      },
      path: roundPath(year, quarter),
      dueOn: lastDayOf(year, quarter),
    },
  ];
}
