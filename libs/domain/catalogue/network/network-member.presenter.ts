import type { KnownPerson } from '@weerbaar/people/contract';
import type { NetworkMemberView } from './network-member.dto.js';
import type { NetworkMember } from './network-member.entity.js';

export function forColleague(
  { id, personId, validFrom }: NetworkMember,
  persons: ReadonlyMap<string, KnownPerson>,
): NetworkMemberView {
  return { id, personId, name: persons.get(personId)?.name ?? '', validFrom };
}
