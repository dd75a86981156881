import { Injectable } from '@nestjs/common';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import {
  EmploymentDirectory,
  type KnownDepartment,
  type KnownDesignations,
} from '../employment-directory.js';
import { JobFunctionPeriodRepository } from '../job-function/job-function.repository.js';
import { onDay } from '../period/timeline.js';
import { EmploymentPeriodRepository } from './employment.repository.js';
import { mainByPerson } from './main-employment.js';

@Injectable()
export class EmploymentDirectoryService extends EmploymentDirectory {
  constructor(
    private readonly employments: EmploymentPeriodRepository,
    private readonly departments: DepartmentPeriodRepository,
    private readonly functions: JobFunctionPeriodRepository,
  ) {
    super();
  }

  async managerOf(personId: string, day: string): Promise<string | null> {
    return (await this.managersOf([personId], day)).get(personId) ?? null;
  }

  async managersOf(personIds: readonly string[], day: string): Promise<ReadonlyMap<string, string>> {
    const mains = mainByPerson(await this.employments.ofPersonsOn([...new Set(personIds)], day));
    const chart = await this.departments.chartOn(day);
    const managers = new Map<string, string>();
    for (const [personId, main] of mains) {
      const managerId = chart.managerOf(main);
      if (managerId !== null) managers.set(personId, managerId);
    }
    return managers;
  }

  async isManagerOf(managerId: string, personId: string, day: string): Promise<boolean> {
    const employments = await this.employments.ofPersonsOn([personId], day);
    if (employments.length === 0) return false;
    const chart = await this.departments.chartOn(day);
    return employments.some((employment) => chart.managerOf(employment) === managerId);
  }

  async teamOf(managerId: string, day: string): Promise<ReadonlySet<string>> {
    const chart = await this.departments.chartOn(day);
    const employments = await this.employments.underOn(
      managerId,
      chart.departmentsUnder(managerId),
      chart.heads,
      day,
    );
    const team = employments.filter((employment) => chart.managerOf(employment) === managerId);
    return new Set(team.map(({ personId }) => personId));
  }

  async departmentOf(personId: string, day: string): Promise<KnownDepartment | null> {
    const main = await this.mainOf(personId, day);
    if (!main) return null;
    const department = onDay(await this.departments.of(main.departmentId), day);
    return { id: main.departmentId, name: department?.name ?? '' };
  }

  async designatedOn(personId: string, day: string): Promise<KnownDesignations> {
    const employments = await this.employments.ofPersonsOn([personId], day);
    const functions = await this.functions.ofAll(
      employments.flatMap(({ jobFunctionId }) => jobFunctionId ?? []),
    );
    const states = [...functions.values()].flatMap((timeline) => onDay(timeline, day) ?? []);
    return {
      publishesSideActivities: states.some((state) => state.publishesSideActivities),
      reportsFinancialInterests: states.some((state) => state.reportsFinancialInterests),
      isVulnerable: states.some((state) => state.isVulnerable),
    };
  }

  private async mainOf(personId: string, day: string) {
    return mainByPerson(await this.employments.ofPersonsOn([personId], day)).get(personId);
  }
}
