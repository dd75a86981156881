import { Injectable } from '@nestjs/common';
import { systemActor } from '@weerbaar/kernel/context';
import { AccountService } from '@weerbaar/kernel/identity';
import { PersonService } from '@weerbaar/people';
import { demoContent, type DemoPerson } from '../content/demo-content.js';
import type { Story } from './story.js';

/** An account with which a visitor of the demo can sign in. */
export interface SignIn {
  /** Key of the person. */
  readonly person: string;
  readonly signInName: string;
  readonly passwordHash: string;
  /** In base 32; absent: a password is enough. */
  readonly authenticatorSecret?: string;
}

/** Who works here. Everybody has an account; only those of the demo have a password. */
@Injectable()
export class PeopleStory {
  constructor(
    private readonly persons: PersonService,
    private readonly accounts: AccountService,
  ) {}

  tell(story: Story, signIns: readonly SignIn[]): void {
    for (const person of demoContent.persons) {
      const signIn = signIns.find((candidate) => candidate.person === person.key);
      story.on(story.firstDay, () => this.arrive(story, person, signIn));
    }
  }

  private async arrive(
    story: Story,
    { key, name, jobTitle, roles }: DemoPerson,
    signIn: SignIn | undefined,
  ): Promise<void> {
    const email = `${key}@voorbeeld.example`;
    const person = await this.persons.add(systemActor, { name, jobTitle, email, roles });
    const account = await this.accounts.create(systemActor, {
      personId: person.id,
      signInName: signIn?.signInName ?? email,
      email,
      ...(signIn && { passwordHash: signIn.passwordHash }),
      ...(signIn?.authenticatorSecret && { authenticatorSecret: signIn.authenticatorSecret }),
    });
    story.actors.set(key, {
      kind: 'person',
      accountId: account.id,
      personId: person.id,
      roles: new Set(roles),
    });
  }
}
