import { Inject, Injectable } from '@nestjs/common';
import { formatDay } from '@weerbaar/core/figures';
import { type Decision, mayDecideOn, requireAllowed } from '@weerbaar/kernel/access';
import { Clock } from '@weerbaar/kernel/clock';
import { SETTINGS, type Settings } from '@weerbaar/kernel/config';
import type { Actor } from '@weerbaar/kernel/context';
import { newId, type Page, pageOf, type PageRequest, TransactionRunner } from '@weerbaar/kernel/database';
import { FileStore } from '@weerbaar/kernel/files';
import { type IncomingFile, storedWith } from '@weerbaar/kernel/http';
import { JobDispatcher, type JobRun, JobRuns } from '@weerbaar/kernel/jobs';
import { Problem } from '@weerbaar/kernel/problems';
import { fault } from '../period/period.faults.js';
import { mayEditStructure } from '../structure.policy.js';
import { applyImportJob } from './apply-import.job.js';
import type { Confirmation, NewEmploymentImport } from './employment-import.dto.js';
import type { EmploymentImport } from './employment-import.entity.js';
import { EmploymentImportRepository, type LineFilter } from './employment-import.repository.js';
import { statesUnderWay } from './employment-import.states.js';
import { readMapping } from './import-columns.js';
import type { ImportLine, ImportTotals } from './import-line.js';
import { planImportJob } from './plan-import.job.js';
import { headingsChecked } from './read-file.js';

/** An import with how far the work on it is. */
export interface ShownImport {
  readonly employmentImport: EmploymentImport;
  /** Of the comparison, or of the applying once that began. */
  readonly run: JobRun;
  readonly mayConfirm: boolean;
  /** So many end that confirming must say that it is meant. */
  readonly endsMany: boolean;
}

/** When more than this part of all employments is not in the file any more, somebody must say that it is meant. */
const manyEnded = 0.2;
const endsMany = ({ missing, running }: ImportTotals): boolean => missing > manyEnded * running;

/** What the HR system knows of who works here: compared first, shown, and applied when somebody confirms. */
@Injectable()
export class EmploymentImportService {
  private readonly limitBytes: number;

  constructor(
    private readonly imports: EmploymentImportRepository,
    private readonly files: FileStore,
    private readonly dispatcher: JobDispatcher,
    private readonly runs: JobRuns,
    private readonly transactions: TransactionRunner,
    private readonly clock: Clock,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.limitBytes = settings.WEERBAAR_IMPORT_MEGABYTES * 1024 * 1024;
  }

  /**
   * Takes a file in and has it compared. Its headings are looked at before the rest of it is read.
   * @throws Problem `conflict` while another import is under way; `invalid-input`, `too-large`.
   */
  async start(
    actor: Actor,
    { referenceDay, columns }: NewEmploymentImport,
    file: IncomingFile | undefined,
  ): Promise<ShownImport> {
    requireAllowed(mayEditStructure(actor));
    const headings = readMapping(columns);
    if (!file) throw Problem.invalid(fault('file', 'required', 'Kies een bestand.', 'Choose a file.'));
    await this.transactions.run(() => this.requireRoom(referenceDay));
    return storedWith(
      this.files,
      actor,
      { purpose: 'employment-import', accept: ['text/csv'], limitBytes: this.limitBytes },
      { name: file.name, stream: headingsChecked(file.stream, headings) },
      (fileId) =>
        this.transactions.run(async () => {
          await this.imports.lock();
          await this.requireRoom(referenceDay);
          await this.imports.outdateWaiting();
          const { sha256 } = await this.files.describe(fileId ?? '');
          const { id } = await this.imports.add({
            id: newId(),
            version: 1,
            state: 'planning',
            referenceDay,
            fileId,
            sha256,
            headings,
            requestedAt: this.clock.now(),
            requestedBy: actor.accountId,
          });
          await this.dispatcher.dispatch(planImportJob, { importId: id }, { subject: id });
          return this.shown(actor, id);
        }),
    );
  }

  list(actor: Actor, request: PageRequest): Promise<Page<ShownImport>> {
    return this.transactions.run(async () => {
      requireAllowed(mayEditStructure(actor));
      const [imports, total] = await this.imports.list(request);
      return pageOf(request, [await this.shownAll(actor, imports), total]);
    });
  }

  get(actor: Actor, id: string): Promise<ShownImport> {
    return this.transactions.run(() => {
      requireAllowed(mayEditStructure(actor));
      return this.shown(actor, id);
    });
  }

  lines(actor: Actor, id: string, filter: LineFilter, request: PageRequest): Promise<Page<ImportLine>> {
    return this.transactions.run(async () => {
      requireAllowed(mayEditStructure(actor));
      await this.imports.get(id);
      return pageOf(request, await this.imports.lines(id, filter, request));
    });
  }

  /**
   * Has what was shown done.
   * @throws Problem `conflict` when there are faults, or it was done or replaced; `invalid-input` when so many would
   * end that it must be said to be meant; `not-permitted` when it changes an employment of the actor, or whether
   * they are named as the manager of somebody.
   */
  confirm(
    actor: Actor,
    id: string,
    version: number,
    { endsMany: isMeant }: Confirmation,
  ): Promise<ShownImport> {
    return this.transactions.run(async () => {
      requireAllowed(mayEditStructure(actor));
      await this.imports.lock();
      const { state, totals } = await this.imports.get(id);
      if (state !== 'planned' || totals === null) throw notWaiting();
      if (totals.fault > 0) throw hasFaults();
      requireAllowed(await this.notTheirs(actor, id));
      if (!isMeant && endsMany(totals)) throw endsTooMany(totals);
      await this.requireNoneUnderWay();
      await this.imports.change(id, version, { state: 'applying', confirmedBy: actor.accountId });
      await this.dispatcher.dispatch(applyImportJob, { importId: id }, { subject: id });
      return this.shown(actor, id);
    });
  }

  private async requireRoom(referenceDay: string): Promise<void> {
    await this.requireNoneUnderWay();
    const last = await this.imports.lastAppliedDay();
    if (last !== null && referenceDay < last)
      throw Problem.invalid(
        fault(
          'referenceDay',
          'before-last-import',
          `De vorige import beschrijft ${formatDay(last, 'nl')}. Een ouder bestand zou nieuwere gegevens overschrijven.`,
          `The last import describes ${formatDay(last, 'en')}. An older file would overwrite newer data.`,
        ),
      );
  }

  private async requireNoneUnderWay(): Promise<void> {
    await this.imports.settleFailed();
    if (await this.imports.underWay())
      throw Problem.conflict(
        'Er loopt al een import. Wacht tot die klaar is.',
        'An import is under way already. Wait until it is done.',
      );
  }

  private async shown(actor: Actor, id: string): Promise<ShownImport> {
    const [shown] = await this.shownAll(actor, [await this.imports.get(id)]);
    if (!shown) throw new Problem('not-found');
    return shown;
  }

  private async shownAll(actor: Actor, imports: readonly EmploymentImport[]): Promise<ShownImport[]> {
    const ids = imports.map(({ id }) => id);
    // Applying comes after planning.
    const runs = new Map(
      [
        ...(await this.runs.aboutAll(planImportJob, ids)),
        ...(await this.runs.aboutAll(applyImportJob, ids)),
      ].map((run) => [run.subject, run]),
    );
    const shown: ShownImport[] = [];
    for (const one of imports) shown.push(await this.shownWith(actor, one, runs.get(one.id)));
    return shown;
  }

  private async shownWith(
    actor: Actor,
    employmentImport: EmploymentImport,
    run: JobRun | undefined,
  ): Promise<ShownImport> {
    if (!run) throw new Error('an import without a job');
    const { id, state, totals } = employmentImport;
    const isBroken = statesUnderWay.includes(state) && run.state === 'failed';
    return {
      employmentImport: isBroken ? { ...employmentImport, state: 'failed' } : employmentImport,
      run,
      endsMany: state === 'planned' && totals !== null && endsMany(totals),
      mayConfirm: state === 'planned' && totals?.fault === 0 && (await this.notTheirs(actor, id)).allowed,
    };
  }

  private async notTheirs(actor: Actor, id: string): Promise<Decision> {
    const isTheirs = await this.imports.touches(id, actor.personId);
    return mayDecideOn(actor, { persons: isTheirs ? [actor.personId] : [] });
  }
}

function notWaiting(): Problem {
  return Problem.conflict(
    'Deze import wacht niet (meer) op een bevestiging.',
    'This import does not wait for a confirmation (any more).',
  );
}

function hasFaults(): Problem {
  return Problem.conflict(
    'Er zitten fouten in het bestand. Verbeter ze en begin opnieuw.',
    'There are faults in the file. Correct them and start again.',
  );
}

function endsTooMany({ missing, running }: ImportTotals): Problem {
  return Problem.invalid(
    fault(
      'endsMany',
      'many-ended',
      `Van ${running} dienstverbanden staan er ${missing} niet meer in het bestand. Die zouden eindigen. Is het bestand compleet? Bevestig dan dat dit de bedoeling is.`,
      `Of ${running} employments ${missing} are not in the file any more. They would end. Is the file complete? Then confirm that this is meant.`,
    ),
  );
}
