import { Choice, Flag, Identifier, Instant, Nested, WholeNumber } from '@weerbaar/kernel/http';
import { NamedPerson } from '../role-assignment/role-assignment.dto.js';

export const restorationStates = ['waiting', 'confirmed', 'withdrawn'] as const;

export class RestorationAbilities {
  @Flag()
  confirm: boolean;

  @Flag()
  withdraw: boolean;
}

export class SecondFactorRestorationView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Identifier()
  accountId: string;

  @Nested(() => NamedPerson)
  person: NamedPerson;

  @Choice(restorationStates, { name: 'RestorationState' })
  state: (typeof restorationStates)[number];

  @Nested(() => NamedPerson)
  requestedBy: NamedPerson;

  @Instant()
  requestedAt: string;

  @Nested(() => NamedPerson, { optional: true })
  confirmedBy: NamedPerson | null;

  @Instant({ optional: true })
  confirmedAt: string | null;

  @Nested(() => RestorationAbilities, { description: 'What you may do' })
  may: RestorationAbilities;
}
