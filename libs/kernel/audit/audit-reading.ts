import { Injectable } from '@nestjs/common';
import { endOfDayInTheNetherlands, startOfDayInTheNetherlands } from '@weerbaar/kernel/clock';
import { type Actor, type Context, currentContext, runInContext } from '@weerbaar/kernel/context';
import {
  type BoundedPage,
  limits,
  pageOf,
  type PageRequest,
  TransactionRunner,
} from '@weerbaar/kernel/database';
import { Problem } from '@weerbaar/kernel/problems';
import { ActorDirectory } from './actor-directory.js';
import { type AuditEntryFilter, pagesReach } from './audit-entry.dto.js';
import { AuditLog } from './audit-log.js';
import { AuditReadingRepository, type EntryKey, type EntrySelection } from './audit-reading.repository.js';
import { type LoggedEntry, withNames } from './logged-entry.js';

/** What goes into one file; a spreadsheet holds ten times as much, and becomes slow before that. */
export const exportReach = 100_000;

/** Bounds memory: an entry with its content can be large. */
export const entriesAtOnce = 250;

export interface LogPageRequest extends PageRequest {
  /** Only what is older than this entry. */
  readonly olderThanId?: string;
}

/** Reading the audit log, which is recorded in it. */
@Injectable()
export class AuditReading {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly entries: AuditReadingRepository,
    private readonly actors: ActorDirectory,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first; counted up to `pagesReach`. */
  read(
    actor: Actor,
    filter: AuditEntryFilter,
    { olderThanId, ...page }: LogPageRequest,
  ): Promise<BoundedPage<LoggedEntry>> {
    return this.transactions.run(async () => {
      const selection = {
        ...(await this.selectionOf(filter)),
        olderThan: olderThanId === undefined ? undefined : await this.requireKey(olderThanId),
      };
      const found = await withNames(await this.entries.newest(selection, limits(page)), this.actors);
      const counted = await this.entries.count(selection, pagesReach + 1);
      await this.record(actor, 'audit.read', { ...filter, ...page, olderThanId });
      return {
        ...pageOf(page, [found, Math.min(counted, pagesReach)]),
        totalIsExact: counted <= pagesReach,
      };
    });
  }

  /**
   * The same, in batches to the end, each in a transaction of its own: whoever takes them in slowly keeps
   * nobody waiting. That it was exported is recorded before there is anything to take.
   * @throws Problem `conflict` when there are more than `exportReach`.
   */
  async export(actor: Actor, filter: AuditEntryFilter): Promise<AsyncGenerator<readonly LoggedEntry[]>> {
    const context = currentContext();
    const begun = await this.transactions.run(async () => {
      const selection = await this.selectionOf(filter);
      const entries = await this.entries.count(selection, exportReach + 1);
      if (entries > exportReach) throw tooMany();
      const first = await this.batch(selection);
      await this.record(actor, 'audit.exported', { ...filter, entries });
      return { selection, first };
    });
    return this.batches(begun.selection, begun.first, context);
  }

  /** The context is that of the request: streams are read far from where they were made. */
  private async *batches(
    selection: EntrySelection,
    first: readonly LoggedEntry[],
    context: Context,
  ): AsyncGenerator<readonly LoggedEntry[]> {
    let batch = first;
    for (let last = batch.at(-1); last; last = batch.at(-1)) {
      yield batch;
      const olderThan = { id: last.entryId, occurredAt: last.occurredAt };
      batch = await runInContext(context, () =>
        this.transactions.run(() => this.batch({ ...selection, olderThan })),
      );
    }
  }

  private async batch(selection: EntrySelection): Promise<readonly LoggedEntry[]> {
    return withNames(await this.entries.newest(selection, { take: entriesAtOnce }), this.actors);
  }

  private async selectionOf(filter: AuditEntryFilter): Promise<EntrySelection> {
    const { personId, action, from, to, objectType, objectId, result } = filter;
    return {
      accountIds: personId === undefined ? undefined : await this.actors.accountsOf(personId),
      actions: action === undefined ? undefined : await this.entries.actionsUnder(action),
      objectType,
      objectId,
      result,
      since: from === undefined ? undefined : startOfDayInTheNetherlands(from),
      until: to === undefined ? undefined : endOfDayInTheNetherlands(to),
    };
  }

  private async requireKey(entryId: string): Promise<EntryKey> {
    const key = await this.entries.keyOf(entryId);
    if (key) return key;
    throw Problem.invalid({
      path: 'olderThanId',
      code: 'unknown-entry',
      message: { nl: 'Deze logregel kennen wij niet.', en: 'We do not know this entry.' },
    });
  }

  /** What was looked for, never what was found. */
  private record(actor: Actor, action: string, after: object): Promise<void> {
    const { organisationId } = currentContext();
    return this.audit.record(actor, { action, objectType: 'audit-log', objectId: organisationId, after });
  }
}

function tooMany(): Problem {
  const limit = exportReach.toLocaleString('nl-NL');
  return Problem.conflict(
    `Dit zijn meer dan ${limit} logregels. Kies een kortere periode, of zoek gerichter.`,
    `These are more than ${exportReach.toLocaleString('en-GB')} entries. Choose a shorter period, or narrow your search.`,
  );
}
