import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonDirectory } from '@weerbaar/people/contract';
import type { Actor } from '@weerbaar/kernel/context';
import { type NoticeKind, NoticeKinds, Notices } from '@weerbaar/kernel/notices';
import type { Action } from './action/action.entity.js';
import type { AdoptionStep } from './annual-document/adoption-step.js';
import type { ProgressReminder } from './progress-round/progress-reminder.repository.js';
import { ownRoundPath } from './progress-round/round-paths.js';
import { AnnualCycleRepository } from './cycle/annual-cycle.repository.js';

const actionAssigned: NoticeKind = {
  code: 'annual-cycle.action-assigned',
  title: { nl: 'Nieuwe acties van u in het jaarplan', en: 'New actions of yours in the annual plan' },
  text: {
    nl: 'Een actie uit het jaarplan is van u. U voert haar uit en meldt elk kwartaal hoe het ermee staat.',
    en: 'An action of the annual plan is yours. You carry it out, and report each quarter how it goes.',
  },
  urgent: false,
};

const actionDue: NoticeKind = {
  code: 'annual-cycle.action-due',
  title: {
    nl: 'Acties van u waarvan het kwartaal bijna om is',
    en: 'Actions of yours whose quarter is almost over',
  },
  text: {
    nl: 'Het kwartaal waarin een actie van u klaar moet zijn, is bijna om. Meld hoe het ermee staat.',
    en: 'The quarter in which an action of yours should be done is almost over. Report how it goes.',
  },
  urgent: false,
};

const progressAsked: NoticeKind = {
  code: 'annual-cycle.progress-asked',
  title: {
    nl: 'Acties van u waarvan de voortgang nog niet is gemeld',
    en: 'Actions of yours of which no progress was reported yet',
  },
  text: {
    nl: 'Van een of meer acties van u is over dit kwartaal nog niets gemeld. Dat doet u op één pagina, in een paar minuten.',
    en: 'Of one or more actions of yours nothing was reported for this quarter yet. You do that on one page, in a few minutes.',
  },
  urgent: false,
};

const stepWaits: NoticeKind = {
  code: 'annual-cycle.step-waits',
  title: {
    nl: 'Jaarplannen en jaarverslagen waarvan u de volgende stap vastlegt',
    en: 'Annual plans and reports of which you record the next step',
  },
  text: {
    nl: 'Een jaarplan of jaarverslag ligt voor. U legt vast wat er bij deze stap is besloten of besproken.',
    en: 'An annual plan or report is put forward. You record what was decided or discussed at this step.',
  },
  urgent: false,
};

/** Tells people what of the yearly cycle waits for them. */
@Injectable()
export class AnnualCycleNotices implements OnModuleInit {
  constructor(
    private readonly kinds: NoticeKinds,
    private readonly notices: Notices,
    private readonly persons: PersonDirectory,
    private readonly cycles: AnnualCycleRepository,
  ) {}

  onModuleInit(): void {
    this.kinds.register(actionAssigned, actionDue, progressAsked, stepWaits);
  }

  /** The action has an owner, or another one than before. */
  async actionAssigned(actor: Actor, action: Action): Promise<void> {
    await this.actionNeedsNothing(actor, action);
    await this.notices.tell(actor, {
      kind: actionAssigned,
      personIds: await this.ownersOf(action),
      subjectId: action.id,
      path: await this.pathOf(action),
    });
  }

  /** @param lastDay of the quarter in which the action should be done. */
  async actionDue(actor: Actor, action: Action, lastDay: string): Promise<void> {
    await this.notices.tell(actor, {
      kind: actionDue,
      personIds: await this.ownersOf(action),
      subjectId: action.id,
      path: ownRoundPath(Number(lastDay.slice(0, 4)), action.quarter),
      dueOn: lastDay,
    });
  }

  /** The action is closed, or somebody else's. */
  async actionNeedsNothing(actor: Actor, { id }: Action): Promise<void> {
    await this.notices.takeBack(actor, actionAssigned, id);
    await this.notices.takeBack(actor, actionDue, id);
  }

  /** Whom the question how it goes reaches. */
  progressAskable(actor: Actor, personIds: readonly string[]): Promise<readonly string[]> {
    return this.notices.reachable(actor, progressAsked, personIds);
  }

  /** Of a round, anew, also to whoever was asked on an earlier day. */
  async progressAsked(
    actor: Actor,
    reminders: readonly ProgressReminder[],
    { year, quarter, dueOn }: Pick<ProgressReminder, 'year' | 'quarter'> & { readonly dueOn: string | null },
  ): Promise<void> {
    await this.notices.takeBack(actor, progressAsked, ...reminders.map(({ id }) => id));
    const reminderOf = new Map(reminders.map(({ id, personId }) => [personId, id]));
    await this.notices.tell(actor, {
      kind: progressAsked,
      personIds: [...reminderOf.keys()],
      subjectId: (personId) => reminderOf.get(personId) ?? '',
      path: ownRoundPath(year, quarter),
      dueOn,
    });
  }

  /** They have reported everything. */
  async progressComplete(actor: Actor, reminderIds: readonly string[]): Promise<void> {
    await this.notices.takeBack(actor, progressAsked, ...reminderIds);
  }

  /** @param step at which the document is now; undefined: at none. */
  async stepWaits(actor: Actor, documentId: string, step: AdoptionStep | undefined): Promise<void> {
    await this.notices.takeBack(actor, stepWaits, documentId);
    if (!step) return;
    await this.notices.tell(actor, {
      kind: stepWaits,
      personIds: await this.persons.holders(step.recordedByRole),
      subjectId: documentId,
      path: `/annual-documents/${documentId}`,
    });
  }

  private async ownersOf({ ownerPersonId, ownerRole }: Action): Promise<readonly string[]> {
    if (ownerPersonId) return [ownerPersonId];
    return ownerRole ? this.persons.holders(ownerRole) : [];
  }

  private async pathOf({ id, cycleId }: Action): Promise<string> {
    const { year } = await this.cycles.get(cycleId);
    return `/annual-cycles/${year}/actions/${id}`;
  }
}
