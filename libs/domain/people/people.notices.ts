import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor } from '@weerbaar/kernel/context';
import { type NoticeKind, NoticeKinds, Notices } from '@weerbaar/kernel/notices';
import { peoplePermissions } from './people.permissions.js';
import type { RoleAssignment } from './role-assignment/role-assignment.entity.js';
import { RoleAssignmentRepository } from './role-assignment/role-assignment.repository.js';
import type { RightsReview } from './rights-review/rights-review.entity.js';
import type { SecondFactorRestoration } from './second-factor-restoration/second-factor-restoration.entity.js';

const roleWaits: NoticeKind = {
  code: 'people.role-waits',
  title: { nl: 'Rollen die op uw bevestiging wachten', en: 'Roles that wait for your confirmation' },
  text: {
    nl: 'Iemand kreeg een rol die pas telt als een tweede persoon haar bevestigt. Dat kunt u doen.',
    en: 'Somebody was given a role that counts only when a second person confirms it. You can do that.',
  },
  urgent: false,
};

/** Urgent: until then somebody can't get in. */
const restorationWaits: NoticeKind = {
  code: 'people.restoration-waits',
  title: {
    nl: 'Aanvragen om iemand weer toegang te geven',
    en: 'Requests to let somebody in again',
  },
  text: {
    nl: 'Iemand kan niet meer inloggen. Een nieuw begin telt pas als een tweede persoon het bevestigt. Dat kunt u doen.',
    en: 'Somebody can not sign in any more. A new beginning counts only when a second person confirms it. You can do that.',
  },
  urgent: true,
};

const rightsToReview: NoticeKind = {
  code: 'people.rights-to-review',
  title: { nl: 'Rechten die u controleert', en: 'Rights that you review' },
  text: {
    nl: 'Er is een controle van rechten. U tekent per recht af of iemand het nog nodig heeft.',
    en: 'Rights are being reviewed. You sign for each right whether somebody still needs it.',
  },
  urgent: false,
};

/** Tells who can be the second person, or has to review rights, that something waits for them. */
@Injectable()
export class PeopleNotices implements OnModuleInit {
  constructor(
    private readonly kinds: NoticeKinds,
    private readonly notices: Notices,
    private readonly assignments: RoleAssignmentRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.kinds.register(roleWaits, restorationWaits, rightsToReview);
  }

  async roleWaits(actor: Actor, { id, personId, substituteFor }: RoleAssignment): Promise<void> {
    const confirmers = await this.holders(peoplePermissions.confirmRoles);
    await this.notices.tell(actor, {
      kind: roleWaits,
      personIds: confirmers.filter((holder) => holder !== personId && holder !== substituteFor),
      subjectId: id,
      path: '/organisation/roles',
    });
  }

  roleWaitsNoLonger(actor: Actor, { id }: RoleAssignment): Promise<void> {
    return this.notices.takeBack(actor, roleWaits, id);
  }

  async restorationWaits(actor: Actor, { id, personId }: SecondFactorRestoration): Promise<void> {
    const confirmers = await this.holders(peoplePermissions.confirmRestorations);
    await this.notices.tell(actor, {
      kind: restorationWaits,
      personIds: confirmers.filter((holder) => holder !== personId),
      subjectId: id,
      path: '/organisation/second-factor-restorations',
    });
  }

  restorationWaitsNoLonger(actor: Actor, { id }: SecondFactorRestoration): Promise<void> {
    return this.notices.takeBack(actor, restorationWaits, id);
  }

  async rightsToReview(
    actor: Actor,
    { id, dueDay }: Pick<RightsReview, 'id' | 'dueDay'>,
    reviewerIds: readonly string[],
  ): Promise<void> {
    await this.notices.tell(actor, {
      kind: rightsToReview,
      personIds: reviewerIds,
      subjectId: id,
      path: '/rights-review-lines',
      dueOn: dueDay,
    });
  }

  private holders({ roles }: (typeof peoplePermissions)['confirmRoles']): Promise<readonly string[]> {
    return this.assignments.holders([...roles], this.clock.today());
  }
}
