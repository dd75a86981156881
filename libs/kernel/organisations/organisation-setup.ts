import { Injectable } from '@nestjs/common';
import type { Actor } from '@weerbaar/kernel/context';

export interface SetupStep {
  /** For the order and for messages: the part that sets itself up. */
  readonly part: string;
  /** Runs inside the transaction that makes the organisation. */
  readonly setUp: (actor: Actor) => Promise<void>;
}

/** Parts of the product that want to be there from the first day of an organisation register here. */
@Injectable()
export class OrganisationSetup {
  private readonly steps: SetupStep[] = [];

  register(step: SetupStep): void {
    this.steps.push(step);
  }

  async run(actor: Actor): Promise<void> {
    for (const step of this.steps) await step.setUp(actor);
  }
}
