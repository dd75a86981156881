import { IntersectionType } from '@nestjs/swagger';
import type { Origin } from '@weerbaar/kernel/context';
import {
  Choice,
  Day,
  Identifier,
  Instant,
  Line,
  PageNumber,
  PageQuery,
  WholeNumber,
} from '@weerbaar/kernel/http';
import type { AuditResult } from './audit-entry.js';
import { auditResults, HistoryEntryView } from './history-entry.dto.js';

/** Pages reach this far, and entries are counted this far. */
export const pagesReach = 10_000;

const origins = ['web', 'job', 'command', 'setup'] as const satisfies readonly Origin[];

/** Small letters, figures and signs only: what somebody looked for is recorded, and must not be a name. */
const code = /^[a-z0-9]+([.:-][a-z0-9]+)*$/;

/** What of the log is asked for; together they narrow. */
export class AuditEntryFilter {
  @Identifier({ omittable: true, description: 'Done by this person, by any of their accounts' })
  personId?: string;

  @Line({ max: 100, pattern: code, omittable: true, description: 'Such as building-block' })
  objectType?: string;

  @Line({ max: 200, pattern: code, omittable: true, description: 'Id of the object it was done to' })
  objectId?: string;

  @Day({ omittable: true, description: 'First day, in the Netherlands' })
  from?: string;

  @Day({ omittable: true, notBefore: 'from', description: 'Last day, inclusive' })
  to?: string;

  @Line({
    max: 100,
    pattern: code,
    omittable: true,
    description: 'A whole action, such as identity.signed-in, or all of a part, such as identity',
  })
  action?: string;

  @Choice(auditResults, { name: 'AuditResult', omittable: true })
  result?: AuditResult;
}

export class AuditEntryQuery extends IntersectionType(PageQuery, AuditEntryFilter) {
  @PageNumber({ reach: pagesReach })
  override page: number = 1;

  @Identifier({
    omittable: true,
    description:
      'Only what is older than this entry: to read on without a bound, and undisturbed by what is added meanwhile, such as the entry of this reading',
  })
  olderThanId?: string;
}

/** An entry with all that is recorded of it (BIO2 8.15.01: action, object, result, origin, actor, time). */
export class AuditEntryView extends HistoryEntryView {
  @Identifier({ optional: true, description: 'The person who did it' })
  personId: string | null;

  @Line({ max: 100 })
  objectType: string;

  @Line({ max: 200 })
  objectId: string;

  @Choice(origins, { name: 'Origin' })
  origin: Origin;

  @Line({ max: 200, description: 'Binds entries that come from one cause, such as one request' })
  correlationId: string;

  @WholeNumber({ min: 1, optional: true, description: 'Place in the chain; null: not sealed yet' })
  sequence: number | null;

  @Instant({ optional: true, description: 'null: not sealed yet' })
  sealedAt: string | null;
}
