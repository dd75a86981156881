import { Injectable } from '@nestjs/common';
import { Problem } from '@weerbaar/kernel/problems';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import { EmploymentPeriodRepository } from './employment.repository.js';
import { firstManagerCircle } from './manager-circle.js';

/** Nobody is their own manager, at however many removes, on any day. */
@Injectable()
export class ManagerLines {
  constructor(
    private readonly departments: DepartmentPeriodRepository,
    private readonly employments: EmploymentPeriodRepository,
  ) {}

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
