import { Injectable } from '@nestjs/common';
import { type KnownPerson, PersonDirectory } from '@weerbaar/people/contract';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor, Role } from '@weerbaar/kernel/context';
import { TransactionRunner } from '@weerbaar/kernel/database';
import { MailTransport } from '@weerbaar/kernel/mail';
import { Problem } from '@weerbaar/kernel/problems';
import { mayEdit } from '../action/action.policy.js';
import { firstDayOf, lastDayOf } from '../action/quarter.js';
import { AnnualCycleNotices } from '../annual-cycle.notices.js';
import type { AnnualCycle } from '../cycle/annual-cycle.entity.js';
import { AnnualCycleRepository } from '../cycle/annual-cycle.repository.js';
import { ProgressReminderRepository } from './progress-reminder.repository.js';
import { byOwner, type OwnerInRound, type Reminding, type RoundAction } from './progress-round.js';
import { ProgressRoundRepository } from './progress-round.repository.js';

export interface ShownOwner extends OwnerInRound {
  /** Null: not for whoever asks. */
  readonly reminding: Reminding | null;
  /** The last time one of them was. */
  readonly remindedAt: Date | null;
}

export interface ShownRound {
  readonly year: number;
  readonly quarter: number;
  readonly lastDay: string;
  readonly hasBegun: boolean;
  readonly owners: readonly ShownOwner[];
  readonly persons: ReadonlyMap<string, KnownPerson>;
  readonly lastRemindedAt: Date | null;
  readonly mayRemind: boolean;
}

export interface OwnRound {
  readonly year: number;
  readonly quarter: number;
  readonly lastDay: string;
  readonly hasBegun: boolean;
  readonly actions: readonly RoundAction[];
}

/** Persons behind owners: themselves, or whoever holds the role today. */
type People = (owner: Pick<OwnerInRound, 'ownerPersonId' | 'ownerRole'>) => readonly string[];

/** Each quarter owners tell how their actions go. */
@Injectable()
export class ProgressRoundService {
  constructor(
    private readonly rounds: ProgressRoundRepository,
    private readonly reminders: ProgressReminderRepository,
    private readonly cycles: AnnualCycleRepository,
    private readonly persons: PersonDirectory,
    private readonly notices: AnnualCycleNotices,
    private readonly mail: MailTransport,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  get(actor: Actor, year: number, quarter: number): Promise<ShownRound> {
    return this.transactions.run(async () => this.shown(actor, await this.cycles.ofYear(year), quarter));
  }

  /** Of whoever asks, also of the roles they hold. */
  own(actor: Actor, year: number, quarter: number): Promise<OwnRound> {
    return this.transactions.run(async () => {
      const { id } = await this.cycles.ofYear(year);
      const { personId } = actor;
      if (personId === null) throw new Error('only a person owns actions');
      const actions = await this.rounds.actions(id, quarter, { personId, roles: [...actor.roles] });
      return { year, quarter, ...this.daysOf(year, quarter), actions };
    });
  }

  /**
   * Asks once more, of all owners who did not report on all their actions and can be reached.
   * @returns how it stands now, and how many persons were reminded.
   * @throws Problem `conflict` when the quarter has not begun, or there is no mail.
   */
  remind(actor: Actor, year: number, quarter: number): Promise<{ round: ShownRound; reminded: number }> {
    return this.transactions.run(async () => {
      requireAllowed(mayEdit(actor));
      const cycle = await this.cycles.ofYear(year);
      this.requireRemindable(year, quarter);
      const { owners } = await this.shown(actor, cycle, quarter);
      const wanted = owners.filter(({ reminding }) => reminding === 'possible');
      const people = await this.peopleOf(wanted);
      const others = wanted.flatMap(people).filter((id) => id !== actor.personId);
      const personIds = await this.notices.progressAskable(actor, [...new Set(others)]);
      const today = this.clock.today();
      const reminded = await this.reminders.remind({
        cycleId: cycle.id,
        quarter,
        personIds,
        moment: this.clock.now(),
        today,
      });
      const lastDay = lastDayOf(year, quarter);
      const dueOn = lastDay < today ? null : lastDay;
      await this.notices.progressAsked(actor, reminded, { year, quarter, dueOn });
      if (reminded.length > 0)
        await this.audit.record(actor, {
          action: 'annual-cycle.owners-reminded',
          objectType: 'annual-cycle',
          objectId: cycle.id,
          after: { quarter, personIds: reminded.map(({ personId }) => personId) },
        });
      return { round: await this.shown(actor, cycle, quarter), reminded: reminded.length };
    });
  }

  /** Whoever was reminded and has reported everything by now is asked no more. */
  settle(actor: Actor, cycleId: string): Promise<void> {
    return this.transactions.run(async () => {
      const reminders = await this.reminders.ofCycle(cycleId);
      for (const [quarter, of] of Map.groupBy(reminders, (reminder) => reminder.quarter)) {
        const owners = byOwner(await this.rounds.actions(cycleId, quarter));
        const waiting = owners.filter(({ hasReported }) => !hasReported);
        const asked = new Set(waiting.flatMap(await this.peopleOf(waiting)));
        const done = of.filter(({ personId }) => !asked.has(personId)).map(({ id }) => id);
        if (done.length > 0) await this.notices.progressComplete(actor, done);
      }
    });
  }

  private async shown(actor: Actor, cycle: AnnualCycle, quarter: number): Promise<ShownRound> {
    const { id, year } = cycle;
    const owners = byOwner(await this.rounds.actions(id, quarter));
    const people = await this.peopleOf(owners);
    const reachable = new Set(await this.notices.progressAskable(actor, owners.flatMap(people)));
    const reminders = (await this.reminders.ofCycle(id)).filter((one) => one.quarter === quarter);
    const reminderOf = new Map(reminders.map((one) => [one.personId, one]));
    const today = this.clock.today();

    const mayRemind = mayEdit(actor).allowed;
    const remindingOf = (owner: OwnerInRound): Reminding | null => {
      if (!mayRemind) return null;
      if (owner.hasReported) return 'not-needed';
      const asked = people(owner).filter((person) => reachable.has(person));
      const others = asked.filter((person) => person !== actor.personId);
      if (others.length === 0) return asked.length > 0 ? 'oneself' : 'unreachable';
      return others.every((person) => reminderOf.get(person)?.remindedOn === today)
        ? 'reminded-today'
        : 'possible';
    };
    const days = this.daysOf(year, quarter);
    return {
      year,
      quarter,
      ...days,
      owners: owners.map((owner) => ({
        ...owner,
        reminding: remindingOf(owner),
        remindedAt: latest(people(owner).flatMap((person) => reminderOf.get(person)?.remindedAt ?? [])),
      })),
      persons: await this.persons.byIds(
        owners.flatMap(({ ownerPersonId }) => (ownerPersonId ? [ownerPersonId] : [])),
      ),
      lastRemindedAt: latest(reminders.map(({ remindedAt }) => remindedAt)),
      mayRemind: mayRemind && days.hasBegun && this.mail.enabled,
    };
  }

  /** Asks once for each role. */
  private async peopleOf(owners: readonly OwnerInRound[]): Promise<People> {
    const roles = new Set(owners.flatMap(({ ownerRole }) => (ownerRole ? [ownerRole] : [])));
    const holders = new Map<Role, readonly string[]>();
    for (const role of roles) holders.set(role, await this.persons.holders(role));
    return ({ ownerPersonId, ownerRole }) => {
      if (ownerPersonId) return [ownerPersonId];
      return (ownerRole && holders.get(ownerRole)) ?? [];
    };
  }

  private daysOf(year: number, quarter: number) {
    return { lastDay: lastDayOf(year, quarter), hasBegun: firstDayOf(year, quarter) <= this.clock.today() };
  }

  private requireRemindable(year: number, quarter: number): void {
    if (!this.daysOf(year, quarter).hasBegun)
      throw Problem.conflict('Dit kwartaal is nog niet begonnen.', 'This quarter has not begun yet.');
    if (!this.mail.enabled)
      throw Problem.conflict(
        'Er is geen mail ingesteld. Spreek de eigenaren zelf aan.',
        'Mail is not set up. Ask the owners yourself.',
      );
  }
}

function latest(moments: readonly Date[]): Date | null {
  return moments.toSorted((a, b) => b.getTime() - a.getTime())[0] ?? null;
}
