import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { limits, type PageRequest, TransactionRunner, VersionedRepository } from '@weerbaar/kernel/database';
import { EmploymentImport } from './employment-import.entity.js';
import { applyImportJobName, planImportJobName, statesUnderWay } from './employment-import.states.js';
import type { LineKind, StoredLine } from './import-line.js';

export interface LineFilter {
  readonly kind?: LineKind | undefined;
  /** Only those who leave and still have an account or roles. */
  readonly accountRemains?: boolean | undefined;
}

/** So many rows go in one statement. */
const rowsAtOnce = 2000;

const lineFields = `
  l.row_number as "row", l.personnel_number as "personnelNumber", l.person_name as name, l.person_id as "personId",
  l.kind, l.differences, l.faults, l.account_remains as "accountRemains"`;

@Injectable()
export class EmploymentImportRepository extends VersionedRepository<EmploymentImport> {
  constructor(transactions: TransactionRunner) {
    super(EmploymentImport, transactions);
  }

  /** The latest first. */
  list(page: PageRequest): Promise<[EmploymentImport[], number]> {
    const { skip, take } = limits(page);
    return this.rows.findAndCount({ order: { requestedAt: 'desc', id: 'desc' }, skip, take });
  }

  /** Compared, and neither confirmed nor replaced. */
  waiting(): Promise<EmploymentImport[]> {
    return this.rows.findBy({ state: 'planned' });
  }

  underWay(): Promise<EmploymentImport | null> {
    return this.rows.findOne({ where: { state: In([...statesUnderWay]) } });
  }

  /** The reference day of the last import that was applied; null: there was none. */
  async lastAppliedDay(): Promise<string | null> {
    const [found] = await this.transactions.manager.query<{ day: string | null }[]>(
      `select max(reference_day)::text as day from employment_import where state = 'applied'`,
    );
    return found?.day ?? null;
  }

  /** One beginning at a time: what is under way is looked at first. */
  async lock(): Promise<void> {
    await this.transactions.manager.query(
      `select pg_advisory_xact_lock(hashtextextended('imports ' || current_setting('app.organisation_id'), 0))`,
    );
  }

  /** What the worker gave up is under way no longer. */
  async settleFailed(): Promise<void> {
    await this.transactions.manager.query(
      `update employment_import i set state = 'failed', version = version + 1
        where i.state = any ($1::text[])
          and exists (select from job_run r where r.subject = i.id::text and r.state = 'failed'
                         and r.job = case i.state when 'planning' then $2 else $3 end)`,
      [statesUnderWay, planImportJobName, applyImportJobName],
    );
  }

  /** A newer file takes the place of what nobody confirmed. */
  outdateWaiting(): Promise<void> {
    return this.outdateWaitingSince(null);
  }

  /** @param moment null: all. */
  async outdateWaitingSince(moment: Date | null): Promise<void> {
    await this.transactions.manager.query(
      `update employment_import set state = 'outdated', version = version + 1
        where state = 'planned' and ($1::timestamptz is null or requested_at < $1)`,
      [moment],
    );
  }

  /** Whether it changes an employment of somebody, or names them as manager of another where it did not, or no longer. */
  async touches(id: string, personId: string | null): Promise<boolean> {
    const [found] = await this.transactions.manager.query<{ touches: boolean }[]>(
      `select exists (
         select from employment_import_line
          where import_id = $1 and differences <> '[]'
            and (person_id = $2
              or exists (select from jsonb_array_elements(differences) as difference
                          where difference ->> 'field' = 'managerNumber'
                            and array[difference ->> 'before', difference ->> 'after']
                             && array(select personnel_number from employment where person_id = $2)))
       ) as touches`,
      [id, personId],
    );
    return found?.touches ?? false;
  }

  async lines(
    id: string,
    { kind, accountRemains }: LineFilter,
    page: PageRequest,
  ): Promise<[StoredLine[], number]> {
    const { skip, take } = limits(page);
    const { manager } = this.transactions;
    const there = `from employment_import_line l
                  where l.import_id = $1 and ($2::text is null or l.kind = $2)
                    and ($3::boolean is null or l.account_remains = $3)`;
    const parameters = [id, kind ?? null, accountRemains ?? null];
    const lines = await manager.query<StoredLine[]>(
      `select ${lineFields} ${there} order by l.sequence offset $4 limit $5`,
      [...parameters, skip, take],
    );
    const [count] = await manager.query<{ total: number }[]>(
      `select count(*)::int as total ${there}`,
      parameters,
    );
    return [lines, count?.total ?? 0];
  }

  /** Everything that was read of the file, in the order of the file. */
  rowsOf(id: string): Promise<Pick<StoredLine, 'row' | 'values'>[]> {
    return this.transactions.manager.query<Pick<StoredLine, 'row' | 'values'>[]>(
      `select l.row_number as "row", l.row_values as "values" from employment_import_line l
        where l.import_id = $1 and l.row_values is not null order by l.sequence`,
      [id],
    );
  }

  async replaceLines(id: string, lines: readonly StoredLine[]): Promise<void> {
    await this.transactions.manager.query('delete from employment_import_line where import_id = $1', [id]);
    for (let start = 0; start < lines.length; start += rowsAtOnce) {
      const rows = lines.slice(start, start + rowsAtOnce).map((line, index) => ({
        import_id: id,
        sequence: start + index + 1,
        row_number: line.row,
        personnel_number: line.personnelNumber,
        person_name: line.name,
        person_id: line.personId,
        kind: line.kind,
        differences: line.differences,
        faults: line.faults,
        account_remains: line.accountRemains,
        row_values: line.values,
      }));
      await this.transactions.manager.query(
        `insert into employment_import_line (${lineColumns})
         select ${lineColumns} from jsonb_populate_recordset(null::employment_import_line, $1)`,
        [JSON.stringify(rows)],
      );
    }
  }

  /** Files that will not be read any more. */
  async forgetFiles(): Promise<readonly string[]> {
    const [rows] = await this.transactions.manager.query<[{ id: string }[], number]>(
      `update employment_import i set file_id = null, version = i.version + 1
         from employment_import old
        where i.id = old.id and i.state <> 'planning' and i.file_id is not null
    returning old.file_id as id`,
    );
    return rows.map(({ id }) => id);
  }

  /** What was read of people, and is needed no longer. */
  async forgetValues(): Promise<void> {
    await this.transactions.manager.query(
      `update employment_import_line set row_values = null
        where row_values is not null
          and import_id in (select id from employment_import where state not in ('planned', 'applying'))`,
    );
  }

  async forgetLinesOf(before: Date): Promise<void> {
    await this.transactions.manager.query(
      `delete from employment_import_line
        where import_id in (select id from employment_import where requested_at < $1)`,
      [before],
    );
  }
}

const lineColumns = `import_id, sequence, row_number, personnel_number, person_name, person_id, kind, differences,
  faults, account_remains, row_values`;
