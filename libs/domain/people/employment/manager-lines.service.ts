import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import type { Actor } from '@weerbaar/kernel/context';
import { Problem } from '@weerbaar/kernel/problems';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import { mayChangeLines } from '../structure.policy.js';
import { EmploymentPeriodRepository, type PlacementPeriod } from './employment.repository.js';
import { firstManagerCircle } from './manager-circle.js';
import { changesLinesOf, type Structure } from './own-lines.js';

/** Nobody is their own manager, at however many removes, on any day; and nobody chooses their own. */
@Injectable()
export class ManagerLines {
  constructor(
    private readonly departments: DepartmentPeriodRepository,
    private readonly employments: EmploymentPeriodRepository,
  ) {}

  /**
   * Changes a department, or where people work, in its transaction and under the lock of departments.
   * @param day nothing is other than it was before this day.
   * @param personIds whose work is changed.
   * @throws Problem `not-permitted` when the actor would have another manager by it, or others to manage.
   */
  async keepingOwn(
    { personId }: Actor,
    day: string,
    personIds: readonly string[],
    change: () => Promise<void>,
  ): Promise<void> {
    // Nobody chooses by the work of Weerbaar itself or of the operator.
    if (personId === null) return change();
    const before = await this.structureFrom(day, [personId, ...personIds]);
    await change();
    const after = await this.structureFrom(day, [personId, ...personIds]);
    // Who manages somebody only before or after the change works all the same where they worked.
    const changed = new Set(personIds);
    const kept = [...before.placements, ...after.placements].filter((one) => !changed.has(one.personId));
    const whole = ({ departments, placements }: Structure): Structure => ({
      departments,
      placements: once([...kept, ...placements]),
    });
    requireAllowed(mayChangeLines(changesLinesOf(personId, day, whole(before), whole(after))));
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

  private async structureFrom(day: string, personIds: readonly string[]): Promise<Structure> {
    return {
      departments: await this.departments.from(day),
      placements: [
        ...(await this.employments.placementsOfManagersFrom(day)),
        ...(await this.employments.placementsOfFrom(personIds, day)),
      ],
    };
  }
}

function once(placements: readonly PlacementPeriod[]): readonly PlacementPeriod[] {
  return [...new Map(placements.map((one) => [JSON.stringify(one), one])).values()];
}
