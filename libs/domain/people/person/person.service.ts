import { Injectable } from '@nestjs/common';
import { requireAllowed } from '@weerbaar/kernel/access';
import { AuditLog } from '@weerbaar/kernel/audit';
import { Clock } from '@weerbaar/kernel/clock';
import type { Actor, Role } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { DepartmentPeriodRepository } from '../department/department.repository.js';
import { EmploymentDirectory } from '../employment-directory.js';
import { RoleAssignmentService } from '../role-assignment/role-assignment.service.js';
import { mayLookAtDay, maySeeWhoIsAway } from '../structure.policy.js';
import type { Person } from './person.entity.js';
import { type PersonFilter, PersonRepository, type WorkPlace } from './person.repository.js';

export interface NewPerson {
  readonly name: string;
  readonly jobTitle?: string | null;
  readonly email?: string | null;
  /** In force at once; for the operator and for Weerbaar itself alone. */
  readonly roles?: readonly Role[];
}

export interface PersonFilterInput {
  /** The beginnings of words of the name. */
  readonly q?: string | undefined;
  /** This department and all those below it. */
  readonly departmentId?: string | undefined;
  /** Who works here on this day; with a department today when left out. */
  readonly on?: string | undefined;
}

export interface ShownPersons {
  readonly page: Page<Person>;
  readonly workPlaces: readonly WorkPlace[];
}

export interface ShownPerson {
  readonly person: Person;
  readonly workPlaces: readonly WorkPlace[];
}

@Injectable()
export class PersonService {
  constructor(
    private readonly persons: PersonRepository,
    private readonly transactions: TransactionRunner,
    private readonly audit: AuditLog,
    private readonly roles: RoleAssignmentService,
    private readonly departments: DepartmentPeriodRepository,
    private readonly employments: EmploymentDirectory,
    private readonly clock: Clock,
  ) {}

  add(actor: Actor, { roles = [], name, jobTitle = null, email = null }: NewPerson): Promise<Person> {
    return this.transactions.run(async () => {
      const person = await this.persons.add({ id: newId(), version: 1, name, jobTitle, email });
      await this.audit.record(actor, {
        action: 'people.person-added',
        objectType: 'person',
        objectId: person.id,
      });
      for (const role of roles) await this.roles.establish(actor, person.id, role);
      return person;
    });
  }

  /** @throws Problem `not-permitted` when the day is not today, for who may not know how it was or will be. */
  list(
    actor: Actor,
    { q, departmentId, on }: PersonFilterInput,
    request: PageRequest,
  ): Promise<ShownPersons> {
    return this.transactions.run(async () => {
      const today = this.clock.today();
      const day = on ?? today;
      requireAllowed(mayLookAtDay(actor, day, today));
      const departmentIds =
        departmentId === undefined ? undefined : await this.departments.withAllBelowOn(departmentId, day);
      const employedOn = on ?? (departmentId && today);
      return this.shown(
        {
          words: q === undefined ? undefined : await this.persons.wordsOf(q),
          employedOn,
          presentOn: employedOn === undefined && !maySeeWhoIsAway(actor) ? today : undefined,
          departmentIds,
        },
        request,
        day,
      );
    });
  }

  /** @throws Problem `not-found` also for who works here no more, or not yet, when the actor may not know of them. */
  get(actor: Actor, id: string): Promise<ShownPerson> {
    return this.transactions.run(async () => {
      const person = await this.visible(actor, id);
      return { person, workPlaces: await this.persons.workPlaces([id], this.clock.today()) };
    });
  }

  /** Who manages somebody on a day; null: nobody. */
  managerOf(actor: Actor, id: string, on?: string): Promise<{ day: string; manager: Person | null }> {
    return this.transactions.run(async () => {
      await this.visible(actor, id);
      const day = on ?? this.clock.today();
      requireAllowed(mayLookAtDay(actor, day, this.clock.today(), id));
      const managerId = await this.employments.managerOf(id, day);
      return { day, manager: managerId === null ? null : await this.persons.get(managerId) };
    });
  }

  /** Whom somebody manages on a day. */
  teamOf(actor: Actor, id: string, on: string | undefined, request: PageRequest): Promise<ShownPersons> {
    return this.transactions.run(async () => {
      await this.visible(actor, id);
      const day = on ?? this.clock.today();
      requireAllowed(mayLookAtDay(actor, day, this.clock.today(), id));
      return this.shown({ ids: [...(await this.employments.teamOf(id, day))] }, request, day);
    });
  }

  private async visible(actor: Actor, id: string): Promise<Person> {
    const person = await this.persons.get(id);
    if (actor.personId === id || maySeeWhoIsAway(actor)) return person;
    if (await this.persons.isPresent(id, this.clock.today())) return person;
    throw new Problem('not-found');
  }

  private async shown(filter: PersonFilter, request: PageRequest, day: string): Promise<ShownPersons> {
    const found = await this.persons.list(filter, request);
    const workPlaces = await this.persons.workPlaces(
      found[0].map(({ id }) => id),
      day,
    );
    return { page: pageOf(request, found), workPlaces };
  }
}
