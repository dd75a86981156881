import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import { mayChangeLines } from '../structure.policy.js';
import { EmploymentPeriodRepository } from './employment.repository.js';
import { firstManagerCircle } from './manager-circle.js';
import { changesLinesOf } from './own-lines.js';

/** Nobody is their own manager, at however many removes, on any day; and nobody chooses their own. */
@Injectable()
export class ManagerLines {
  constructor(
    private readonly departments: DepartmentPeriodRepository,
    private readonly employments: EmploymentPeriodRepository,
  ) {}

  /**
   * Changes a department, in its transaction and under its lock.
   * @param day nothing is other than it was before this day.
   * @throws Problem `not-permitted` when the actor would have another manager by it, or others to manage.
   */
  async keepingOwn(actor: Actor, id: string, day: string, change: () => Promise<void>): Promise<void> {
    const { personId } = actor;
    if (personId === null) return change();
    const before = await this.departments.from(day);
    const managersBefore = await this.employments.placementsOfManagersFrom(day);
    await change();
    const after = await this.departments.from(day);
    const placements = [
      ...managersBefore,
      ...(await this.employments.placementsOfManagersFrom(day)),
      ...(await this.employments.placementsOfFrom(personId, day)),
    ];
    const once = [...new Map(placements.map((one) => [JSON.stringify(one), one])).values()];
    requireAllowed(mayChangeLines(changesLinesOf(personId, day, { id, before, after }, once)));
  }

  /**
   * After a change, in its transaction and under its lock.
   * @throws Problem `conflict` when a line of managers would come back to where it began, on the day or later.
   */
  async requireNoCircleFrom(day: string): Promise<void> {
    // Departments alone lead upwards only: see OrganisationChart.
    if (!(await this.employments.hasNamedManagersFrom(day))) return;
    const placements = await this.employments.placementsOfManagersFrom(day);
    const circle = firstManagerCircle(day, await this.departments.from(day), placements);
    if (!circle) return;
    throw Problem.conflict(
      `Op ${circle.day} zou iemand indirect leiding geven aan zichzelf.`,
      `On ${circle.day} somebody would indirectly manage themselves.`,
    );
  }
}
