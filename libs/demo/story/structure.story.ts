import { Injectable } from '@nestjs/common';
import { systemActor } from '@weerbaar/kernel/context';
import { DepartmentService, EmploymentService, JobFunctionService } from '@weerbaar/people';
import { demoContent, type DemoDate } from '../content/demo-content.js';
import type { Story } from './story.js';

/** Departments and functions are older than anybody who works there. */
const longAgo: DemoDate = { year: -20, monthDay: '01-01' };

/** Who works where, in which function and under whom. */
@Injectable()
export class StructureStory {
  constructor(
    private readonly departments: DepartmentService,
    private readonly functions: JobFunctionService,
    private readonly employments: EmploymentService,
  ) {}

  /** After the people have arrived. */
  tell(story: Story): void {
    story.on(story.firstDay, () => this.establish(story));
  }

  private async establish(story: Story): Promise<void> {
    const ids = new Map<string, string>();
    const validFrom = story.calendar.day(longAgo);
    const personId = (key: string | null) => (key === null ? null : story.actors.get(key).personId);
    for (const { parent, manager, ...wanted } of demoContent.departments) {
      const parentId = parent === null ? null : (ids.get(parent) ?? null);
      const { department } = await this.departments.add(systemActor, {
        ...wanted,
        parentId,
        managerId: personId(manager),
        validFrom,
      });
      ids.set(wanted.code, department.id);
    }
    for (const wanted of demoContent.jobFunctions) {
      const { id } = await this.functions.add(systemActor, { ...wanted, validFrom });
      ids.set(wanted.code, id);
    }
    await this.employments.addAll(
      systemActor,
      demoContent.employments.map(({ person, department, jobFunction, from, ...wanted }) => ({
        ...wanted,
        personId: personId(person) ?? '',
        departmentId: ids.get(department) ?? '',
        jobFunctionId: ids.get(jobFunction) ?? '',
        validFrom: story.calendar.day(from),
      })),
    );
  }
}
