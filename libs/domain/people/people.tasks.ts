import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Localised } from '@weerbaar/core/figures';
import { holds } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { type Task, TaskRegistry } from '@weerbaar/kernel/tasks';
import { EmploymentImportRepository } from './import/employment-import.repository.js';
import { peoplePermissions } from './people.permissions.js';
import { RightsReviewLineRepository } from './rights-review/rights-review.repository.js';
import { mayConfirm as mayConfirmRole } from './role-assignment/role-assignment.policy.js';
import { RoleAssignmentRepository } from './role-assignment/role-assignment.repository.js';
import { mayConfirm as mayConfirmRestoration } from './second-factor-restoration/second-factor-restoration.policy.js';
import { SecondFactorRestorationRepository } from './second-factor-restoration/second-factor-restoration.repository.js';
import { mayEditStructure } from './structure.policy.js';

const wholeList = { page: 1, pageSize: 200 } as const;

/** What waits for a second person, rights that somebody signs for, and a file to confirm: counts, never of whom. */
@Injectable()
export class PeopleTasks implements OnModuleInit {
  constructor(
    private readonly registry: TaskRegistry,
    private readonly assignments: RoleAssignmentRepository,
    private readonly restorations: SecondFactorRestorationRepository,
    private readonly lines: RightsReviewLineRepository,
    private readonly employmentImports: EmploymentImportRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.registry.register({
      id: 'people',
      tasksFor: async (actor) => [
        ...(await this.roles(actor)),
        ...(await this.secondFactors(actor)),
        ...(await this.rights(actor)),
        ...(await this.rightsOfNobody(actor)),
        ...(await this.imports(actor)),
      ],
    });
  }

  private async roles(actor: Actor): Promise<readonly Task[]> {
    if (!holds(actor, peoplePermissions.confirmRoles)) return [];
    const [waiting] = await this.assignments.list({ state: 'waiting' }, wholeList, this.clock.today());
    const path = '/organisation/roles?state=waiting';
    return counted([
      {
        of: waiting
          .filter((one) => mayConfirmRole(actor, one, 'waiting').allowed)
          .map(({ givenAt }) => givenAt),
        one: { nl: '1 rol wacht op uw bevestiging', en: '1 role waits for your confirmation' },
        more: (count) => ({
          nl: `${count} rollen wachten op uw bevestiging`,
          en: `${count} roles wait for your confirmation`,
        }),
        path,
      },
      {
        of: waiting
          .filter(({ givenByPersonId }) => givenByPersonId === actor.personId)
          .map(({ givenAt }) => givenAt),
        one: {
          nl: '1 rol die u gaf, wacht op een tweede persoon',
          en: '1 role that you gave waits for a second person',
        },
        more: (count) => ({
          nl: `${count} rollen die u gaf, wachten op een tweede persoon`,
          en: `${count} roles that you gave wait for a second person`,
        }),
        path,
        isOfOthers: true,
      },
    ]);
  }

  private async secondFactors(actor: Actor): Promise<readonly Task[]> {
    if (!holds(actor, peoplePermissions.confirmRestorations)) return [];
    const open = await this.restorations.open();
    const path = '/organisation/second-factor-restorations';
    return counted([
      {
        of: open.filter((one) => mayConfirmRestoration(actor, one).allowed).map((one) => one.requestedAt),
        one: {
          nl: '1 verzoek om iemand weer toegang te geven, wacht op u',
          en: '1 request to let somebody in again waits for you',
        },
        more: (count) => ({
          nl: `${count} verzoeken om iemand weer toegang te geven, wachten op u`,
          en: `${count} requests to let somebody in again wait for you`,
        }),
        path,
      },
      {
        of: open
          .filter(({ requestedByPersonId }) => requestedByPersonId === actor.personId)
          .map((one) => one.requestedAt),
        one: {
          nl: '1 verzoek van u om iemand weer toegang te geven, wacht op een tweede persoon',
          en: '1 request of yours to let somebody in again waits for a second person',
        },
        more: (count) => ({
          nl: `${count} verzoeken van u om iemand weer toegang te geven, wachten op een tweede persoon`,
          en: `${count} requests of yours to let somebody in again wait for a second person`,
        }),
        path,
        isOfOthers: true,
      },
    ]);
  }

  private async rights(actor: Actor): Promise<readonly Task[]> {
    if (actor.personId === null || !holds(actor, peoplePermissions.reviewRights)) return [];
    const { count, dueDay } = await this.lines.openFor(actor.personId);
    if (count === 0 || dueDay === null) return [];
    return [
      {
        title:
          count === 1
            ? { nl: '1 recht controleren en aftekenen', en: 'Review and sign 1 right' }
            : { nl: `${count} rechten controleren en aftekenen`, en: `Review and sign ${count} rights` },
        path: '/rights-review-lines',
        dueOn: dueDay,
      },
    ];
  }

  /** Lines that have no reviewer: somebody has to be found, or they are never signed. */
  private async rightsOfNobody(actor: Actor): Promise<readonly Task[]> {
    if (!holds(actor, peoplePermissions.manageRightsReviews)) return [];
    const { count, dueDay } = await this.lines.openFor(null);
    if (count === 0 || dueDay === null) return [];
    return [
      {
        title:
          count === 1
            ? { nl: '1 recht zonder controleur: wijs iemand aan', en: '1 right without a reviewer: name one' }
            : {
                nl: `${count} rechten zonder controleur: wijs iemand aan`,
                en: `${count} rights without a reviewer: name one`,
              },
        path: '/organisation/rights-reviews',
        dueOn: dueDay,
      },
    ];
  }

  /** A file was compared and nobody has confirmed it yet. */
  private async imports(actor: Actor): Promise<readonly Task[]> {
    if (!mayEditStructure(actor).allowed) return [];
    const waiting = await this.employmentImports.waiting();
    return waiting.map(({ id, requestedAt }) => ({
      title: {
        nl: 'Een bestand uit het HR-systeem is vergeleken: controleer en bevestig het',
        en: 'A file of the HR system was compared: check and confirm it',
      },
      path: `/organisation/employment-imports/${id}`,
      since: requestedAt,
    }));
  }
}

interface Counted extends Pick<Task, 'path' | 'isOfOthers'> {
  /** Since when each of them waits. */
  readonly of: readonly Date[];
  readonly one: Localised;
  readonly more: (count: number) => Localised;
}

function counted(kinds: readonly Counted[]): readonly Task[] {
  return kinds.flatMap(({ of, one, more, ...where }) => {
    const [since] = of.toSorted((a, b) => a.getTime() - b.getTime());
    return since ? [{ title: of.length === 1 ? one : more(of.length), since, ...where }] : [];
  });
}
