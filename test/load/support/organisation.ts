import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';
import { newId } from '@weerbaar/kernel/database';
import { demoContent } from '../../../libs/demo/content/demo-content.js';
import { referenceContent } from '../../../libs/domain/catalogue/reference-content/reference-content.js';

/** How much an organisation has. The contents are those of the demo, repeated. */
export interface Size {
  /** Years before the report year that have everything as well. */
  readonly history: number;
  /** Actions of each year of the history. Undefined: those of the demo. */
  readonly actionsPerYear?: number;
  readonly actionsOfReportYear?: number;
}

export interface Organisation {
  readonly id: string;
  readonly host: string;
  readonly reportYear: number;
  /** Its report: a draft with all chapters written, and no figures yet. */
  readonly reportId: string;
  /** Of an integrity adviser who is signed in. */
  readonly cookie: string;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Adds an organisation at a host name with everything its report is made from, past the services: ten years would
 * take them minutes, and how fast they write is not what is measured here.
 * @param database as superuser, since row-level security would hold the owner as well.
 */
export async function addOrganisation(
  database: pg.Client,
  host: string,
  reportYear: number,
  size: Size,
): Promise<Organisation> {
  const id = newId();
  const filler = new Filler(database);
  await database.query(`select set_config('app.organisation_id', $1, false)`, [id]);
  await database.query(
    `insert into organisation (id, slug, name, created_at) values ($1, $2, 'Gemeente Voorbeeld', now())`,
    [id, `bench-${id.slice(-12)}`],
  );
  await database.query(
    `insert into organisation_host (host, organisation_id, purpose) values ($1, $2, 'staff')`,
    [host, id],
  );
  const cookie = await filler.addPersons();
  await filler.addBlocks(reportYear - size.history - 1);
  for (let year = reportYear - size.history; year <= reportYear; year += 1) {
    const actions = year === reportYear ? size.actionsOfReportYear : size.actionsPerYear;
    await filler.addYear(year, actions ?? actionsOfDemo.length);
  }
  return { id, host, reportYear, reportId: await filler.addReport(), cookie };
}

/** Adds people who can sign in to an organisation that was added last. @returns their sign-in names. */
export function addAccounts(
  database: pg.Client,
  count: number,
  passwordHash: string,
): Promise<readonly string[]> {
  return new Filler(database).addAccounts(count, passwordHash);
}

/** The demo has a finished year, the one before the current. */
const finished = -1;
const actionsOfDemo = demoContent.actions.filter(({ year }) => year === finished);
const findingsOfDemo = demoContent.findings.filter(({ year }) => year === finished);

class Filler {
  private readonly persons = new Map<string, string>();
  private readonly blocks = new Map<string, string>();
  private readonly policyDocuments = demoContent.policyDocuments.map((document) => ({
    ...document,
    id: newId(),
  }));
  private lastCycle = '';

  constructor(private readonly database: pg.Client) {}

  /** @returns the cookie of the adviser. */
  async addPersons(): Promise<string> {
    for (const { key } of demoContent.persons) this.persons.set(key, newId());
    await this.insert(
      'person',
      demoContent.persons.map(({ key, name, jobTitle }) => ({
        id: this.persons.get(key),
        version: 1,
        name,
        job_title: jobTitle,
      })),
    );
    const adviser = this.persons.get('karim-haddou');
    const account = newId();
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest('hex');
    await this.insert('account', [
      { id: account, version: 1, person_id: adviser, sign_in_name: 'adviser', created_at: 'now' },
    ]);
    await this.insert(
      'role_assignment',
      ['integrity-adviser', 'employee'].map((role) => ({
        id: newId(),
        version: 1,
        person_id: adviser,
        role,
        valid_from: '2000-01-01',
        given_at: 'now',
        needs_confirmation: false,
      })),
    );
    await this.insert('session', [
      {
        token_hash: `\\x${hash}`,
        id: newId(),
        account_id: account,
        method: 'password',
        assurance: 'strong',
        provider_roles: [],
        may_enrol: true,
        device: '',
        created_at: 'now',
        last_seen_at: 'now',
        expires_at: 'tomorrow',
      },
    ]);
    return `session=${token}`;
  }

  /** Employees who can sign in with a password. @returns their sign-in names. */
  async addAccounts(count: number, passwordHash: string): Promise<readonly string[]> {
    const names = Array.from({ length: count }, (_, index) => `medewerker-${index + 1}`);
    const persons = names.map((name) => ({ id: newId(), version: 1, name }));
    await this.insert('person', persons);
    await this.insert(
      'account',
      persons.map(({ id, name }) => ({
        id: newId(),
        version: 1,
        person_id: id,
        sign_in_name: name,
        password_hash: passwordHash,
        created_at: 'now',
      })),
    );
    return names;
  }

  async addBlocks(firstYear: number): Promise<void> {
    for (const { code } of referenceContent.blocks) this.blocks.set(code, newId());
    await this.insert(
      'building_block',
      referenceContent.blocks.map((block, index) => ({
        id: this.blocks.get(block.code),
        version: 1,
        code: block.code,
        theme: block.theme,
        name: block.name.nl,
        position: index + 1,
        owner_role: block.defaultOwnerRole,
        review_interval_months: block.reviewIntervalMonths,
        recorded_on: `${firstYear}-01-01`,
        valid_from: `${firstYear}-01-01`,
      })),
    );
    await this.insert(
      'policy_document',
      this.policyDocuments.map(({ id, block, title }) => ({
        id,
        version: 1,
        building_block_id: this.blocks.get(block),
        title,
        kind: 'policy',
      })),
    );
  }

  async addYear(year: number, actions: number): Promise<void> {
    this.lastCycle = newId();
    await this.insert('annual_cycle', [{ id: this.lastCycle, version: 1, year, phase: 'report' }]);
    await this.addFindings(year);
    await this.addActions(actions);
    await this.addJudgements(year);
    await this.addVersions(year);
  }

  /** Of the last year that was added. */
  async addReport(): Promise<string> {
    const id = newId();
    await this.insert('annual_document', [
      { id, version: 1, cycle_id: this.lastCycle, kind: 'report', revision: 1, status: 'draft', route: [] },
    ]);
    await this.insert(
      'chapter_text',
      demoContent.annualReport.chapters.map(({ chapter, text }) => ({
        id: newId(),
        version: 1,
        document_id: id,
        chapter,
        body: text,
      })),
    );
    return id;
  }

  private addFindings(year: number): Promise<void> {
    return this.insert(
      'finding',
      findingsOfDemo.map(({ source, title, text, block }) => ({
        id: newId(),
        version: 1,
        cycle_id: this.lastCycle,
        source,
        title,
        description: text,
        building_block_id: block && this.blocks.get(block),
        recorded_at: `${year}-02-01`,
      })),
    );
  }

  private addActions(count: number): Promise<void> {
    const actions = Array.from({ length: count }, (_, index) => {
      const demo = actionsOfDemo[index % actionsOfDemo.length]!;
      return {
        id: newId(),
        version: 1,
        cycle_id: this.lastCycle,
        number: index + 1,
        building_block_id: this.blocks.get(demo.block),
        title: demo.action,
        intended_result: demo.intendedResult,
        owner_person_id: this.persons.get(demo.owner),
        quarter: demo.quarter,
        budget: demo.budgetEuro,
        hours: demo.hours,
        priority: demo.priority,
        status: demo.status,
      };
    });
    return this.insert('action', actions);
  }

  private addJudgements(year: number): Promise<void> {
    const day = `${year}-10-07`;
    return this.insert(
      'assessment',
      demoContent.assessments.map(({ block, aspect, judgement, reason, evidence }) => ({
        id: newId(),
        building_block_id: this.blocks.get(block),
        aspect,
        period_from: day,
        period_to: day,
        judgement,
        reason,
        evidence,
        assessed_on: day,
      })),
    );
  }

  /** Every document has been revised every year. */
  private addVersions(year: number): Promise<void> {
    return this.insert(
      'policy_document_version',
      this.policyDocuments.map(({ id, adoptedBy, publishedAt }) => ({
        id: newId(),
        policy_document_id: id,
        number: year,
        adopted_on: `${year}-03-01`,
        adopted_by: adoptedBy,
        valid_from: `${year}-03-01`,
        publication_place: publishedAt[0] ?? 'Intranet',
        recorded_at: `${year}-03-01`,
      })),
    );
  }

  /** One statement a table: the columns not named here are filled in by the database. */
  private async insert(table: string, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(rows[0] ?? {}).join(', ');
    await this.database.query(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  }
}
