import { ApiProperty } from '@nestjs/swagger';
import { Choice, Flag, Identifier, Instant, Line } from '@weerbaar/kernel/http';

const actorKinds = ['person', 'system', 'operator', 'service'] as const;
export const auditResults = ['done', 'refused', 'failed'] as const;

/** Fields that changed, by name; which ones depends on what was done. */
const Fields = (description: string) =>
  ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description });

/** Something that was done to a record or to what hangs on it. */
export class HistoryEntryView {
  @Identifier()
  id: string;

  @Instant()
  occurredAt: string;

  @Choice(actorKinds, { name: 'ActorKind' })
  actorKind: (typeof actorKinds)[number];

  @Identifier({ optional: true, description: 'The account of the person who did it' })
  accountId: string | null;

  @Line({ max: 200, optional: true, description: 'What that person is called; null: it was no person' })
  actorName: string | null;

  @Line({ max: 100, description: 'What was done: catalogue.building-block-changed' })
  action: string;

  @Choice(auditResults, { name: 'AuditResult' })
  result: (typeof auditResults)[number];

  @Fields('As it was')
  before: object | null;

  @Fields('As it became')
  after: object | null;

  @Flag({ description: 'What changed was erased when its retention ended' })
  erased: boolean;
}
