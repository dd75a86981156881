import type { INestApplicationContext } from '@nestjs/common';
import { operatorActor } from '@weerbaar/kernel/context';
import { AccountService, OneTimeLinkService } from '@weerbaar/kernel/identity';
import { PersonService } from '@weerbaar/people';

export interface NewAdministrator {
  readonly name: string;
  readonly email: string;
}

/** Makes an administrator, in the organisation of the context. @returns the token of a one-time link. */
export async function inviteAdministrator(
  app: INestApplicationContext,
  { name, email }: NewAdministrator,
): Promise<string> {
  const person = await app
    .get(PersonService)
    .add(operatorActor, { name, email, roles: ['administrator', 'employee'] });
  const account = await app
    .get(AccountService)
    .create(operatorActor, { personId: person.id, signInName: email, email });
  return app.get(OneTimeLinkService).make(operatorActor, account.id, 'invitation');
}
