import { Injectable } from '@nestjs/common';
import { Clock } from '@weerbaar/kernel/clock';
import { Problem } from '@weerbaar/kernel/problems';
import { RoleAssignmentRepository } from './role-assignment.repository.js';

/** Somebody must be left who can give roles, or nobody could ever be let in again. */
@Injectable()
export class Administrators {
  constructor(
    private readonly assignments: RoleAssignmentRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Does something that may take away an administrator, one such thing at a time. Inside a transaction.
   * @throws Problem `conflict` when no administrator would be left; the transaction then comes to nothing.
   */
  async keepOne<T>(work: () => Promise<T>): Promise<T> {
    await this.assignments.lock();
    const hadOne = await this.hasOne();
    const done = await work();
    if (!hadOne || (await this.hasOne())) return done;
    throw Problem.conflict(
      'Dit is de laatste beheerder. Geef eerst iemand anders deze rol, zonder einddatum.',
      'This is the last administrator. First give this role to somebody else, without an end.',
    );
  }

  private hasOne(): Promise<boolean> {
    return this.assignments.isHeldForGood('administrator', this.clock.today());
  }
}
