import { type Role, roles } from '@weerbaar/kernel/context';
import {
  Choice,
  Day,
  Flag,
  Identifier,
  Instant,
  Line,
  Nested,
  PageQuery,
  WholeNumber,
} from '@weerbaar/kernel/http';
import { type RoleAssignmentState, roleAssignmentStates } from './role-assignment.states.js';

export class RoleAssignmentQuery extends PageQuery {
  @Identifier({ optional: true })
  personId?: string;

  @Choice(roles, { optional: true, name: 'Role' })
  role?: Role;

  @Choice(roleAssignmentStates, { optional: true, name: 'RoleAssignmentState' })
  state?: RoleAssignmentState;
}

export class NewRoleAssignment {
  @Identifier()
  personId: string;

  @Choice(roles, { name: 'Role' })
  role: Role;

  @Day({ description: 'First day' })
  validFrom: string;

  @Day({ optional: true, description: 'Last day; a substitute needs one' })
  validTo?: string | null;

  @Identifier({ optional: true, description: 'Whom they stand in for: somebody who holds the role' })
  substituteFor?: string | null;
}

export class RoleEnding {
  @Day({ optional: true, description: 'Last day on which the role counts; absent: it ends at once' })
  lastDay?: string | null;
}

/** Somebody as named in a list of roles. */
export class NamedPerson {
  @Identifier()
  personId: string;

  @Line({ max: 200 })
  name: string;
}

export class RoleAssignmentAbilities {
  @Flag()
  confirm: boolean;

  @Flag()
  withdraw: boolean;

  @Flag()
  end: boolean;
}

export class RoleAssignmentView {
  @Identifier()
  id: string;

  @WholeNumber()
  version: number;

  @Nested(() => NamedPerson)
  person: NamedPerson;

  @Choice(roles, { name: 'Role' })
  role: Role;

  @Line({ max: 200 })
  roleName: string;

  @Choice(roleAssignmentStates, { name: 'RoleAssignmentState' })
  state: RoleAssignmentState;

  @Day()
  validFrom: string;

  @Day({ optional: true })
  validTo: string | null;

  @Nested(() => NamedPerson, { optional: true })
  substituteFor: NamedPerson | null;

  @Nested(() => NamedPerson, { optional: true, description: 'Absent: the operator, or Weerbaar itself' })
  givenBy: NamedPerson | null;

  @Instant()
  givenAt: string;

  @Flag({ description: 'Counts only once a second person has confirmed it' })
  needsConfirmation: boolean;

  @Nested(() => NamedPerson, { optional: true })
  confirmedBy: NamedPerson | null;

  @Instant({ optional: true })
  confirmedAt: string | null;

  @Instant({ optional: true, description: 'When it was ended at once, or withdrawn' })
  endedAt: string | null;

  @Line({
    max: 254,
    optional: true,
    description: 'By which account the role is used; for who may confirm it',
  })
  signInName: string | null;

  @Line({
    max: 254,
    optional: true,
    description: 'Where links to that account are mailed; for who may confirm it',
  })
  email: string | null;

  @Nested(() => RoleAssignmentAbilities, { description: 'What you may do' })
  may: RoleAssignmentAbilities;
}

export class RoleView {
  @Choice(roles, { name: 'Role' })
  role: Role;

  @Line({ max: 200 })
  name: string;

  @Flag({ description: 'Giving it takes a second person' })
  needsSecondPerson: boolean;

  @Flag({ description: 'Using it takes a second factor' })
  needsSecondFactor: boolean;

  @Flag({ description: 'A group at the identity provider may give it' })
  byProvider: boolean;
}
