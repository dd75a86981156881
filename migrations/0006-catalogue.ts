import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

const ofBlock = 'foreign key (organisation_id, building_block_id) references building_block';

/** The building blocks of an organisation, and everything that is known of them. */
export class Catalogue1795000000006 extends ForwardMigration {
  readonly name = 'Catalogue1795000000006';

  async up(runner: QueryRunner): Promise<void> {
    await this.blocks(runner);
    await this.policyDocuments(runner);
    await this.judgements(runner);
  }

  private async blocks(runner: QueryRunner): Promise<void> {
    // No right to delete: what was in force in a year stays in the figures of that year.
    await createOrganisationTable(runner, {
      name: 'building_block',
      columns: `
        id uuid not null,
        version integer not null default 1,
        code text not null check (code ~ '^[1-8][a-z]{1,2}$'),
        reference_code text,
        reference_version text,
        theme text not null check (theme ~ '^[1-8]$'),
        name text not null check (char_length(name) between 1 and 200),
        purpose text check (char_length(purpose) between 1 and 2000),
        position integer not null check (position > 0),
        owner_person_id uuid,
        owner_role text,
        review_interval_months integer not null check (review_interval_months between 1 and 120),
        next_review_on date,
        recorded_on date not null,
        valid_from date not null,
        valid_to date,
        check (valid_to >= valid_from),
        check (left(code, 1) = theme),
        check (num_nonnulls(owner_person_id, owner_role) <= 1),
        check (num_nonnulls(reference_code, reference_version) in (0, 2)),
        foreign key (organisation_id, owner_person_id) references person`,
      grants: ['insert', 'update'],
    });
    await runner.query(`
      create unique index building_block_code on building_block (organisation_id, code) where valid_to is null`);
    await runner.query(`
      create index building_block_in_order on building_block (organisation_id, theme, position, code, id)`);

    await createOrganisationTable(runner, {
      name: 'building_block_member',
      columns: `
        id uuid not null,
        building_block_id uuid not null,
        person_id uuid not null,
        valid_from date not null,
        valid_to date check (valid_to >= valid_from),
        ${ofBlock},
        foreign key (organisation_id, person_id) references person`,
      grants: ['insert', 'update'],
    });
    await runner.query(`
      create unique index building_block_member_once
        on building_block_member (organisation_id, building_block_id, person_id) where valid_to is null`);
  }

  private async policyDocuments(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'policy_document',
      columns: `
        id uuid not null,
        version integer not null default 1,
        building_block_id uuid not null,
        title text not null check (char_length(title) between 1 and 200),
        kind text not null check (kind in ('policy', 'regulation', 'protocol', 'guideline', 'form', 'other')),
        ${ofBlock}`,
      grants: ['insert', 'update'],
    });
    await runner.query(`
      create index policy_document_of_block on policy_document (organisation_id, building_block_id, title, id)`);

    // Insert only: what was adopted stays readable as it was adopted.
    await createOrganisationTable(runner, {
      name: 'policy_document_version',
      columns: `
        id uuid not null,
        policy_document_id uuid not null,
        number integer not null check (number > 0),
        file_id uuid,
        adopted_on date not null,
        adopted_by text not null check (char_length(adopted_by) between 1 and 200),
        valid_from date not null,
        publication_place text check (char_length(publication_place) between 1 and 500),
        change_note text check (char_length(change_note) between 1 and 2000),
        recorded_at timestamptz(3) not null,
        recorded_by uuid,
        check (num_nonnulls(file_id, publication_place) >= 1),
        unique (organisation_id, policy_document_id, number),
        foreign key (organisation_id, policy_document_id) references policy_document,
        foreign key (organisation_id, file_id) references file,
        foreign key (organisation_id, recorded_by) references account`,
      grants: ['insert'],
    });
    await runner.query(`
      create index policy_document_version_in_force
        on policy_document_version (organisation_id, policy_document_id, valid_from desc, number desc)`);
    await runner.query(`
      create index policy_document_version_of_file on policy_document_version (organisation_id, file_id)`);
  }

  /** Both kinds of judgement are histories: nothing is ever overwritten. */
  private async judgements(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'assessment',
      columns: `
        id uuid not null,
        building_block_id uuid not null,
        aspect text not null check (aspect in ('design', 'existence', 'operation')),
        period_from date not null,
        period_to date not null,
        judgement text not null check (judgement in ('sufficient', 'partial', 'insufficient')),
        reason text not null check (char_length(reason) between 1 and 4000),
        evidence text not null check (char_length(evidence) between 1 and 4000),
        evidence_file_id uuid,
        assessed_on date not null,
        assessed_by uuid,
        check (period_from <= period_to and period_to <= assessed_on),
        ${ofBlock},
        foreign key (organisation_id, evidence_file_id) references file,
        foreign key (organisation_id, assessed_by) references account`,
      grants: ['insert'],
    });
    await runner.query(`
      create index assessment_of_block
        on assessment (organisation_id, building_block_id, aspect, assessed_on desc, id desc)`);
    await runner.query(`
      create index assessment_of_file on assessment (organisation_id, evidence_file_id)`);

    await createOrganisationTable(runner, {
      name: 'derived_state',
      columns: `
        id uuid not null,
        building_block_id uuid not null,
        aspect text not null check (aspect in ('design', 'existence', 'operation')),
        judgement text not null check (judgement in ('sufficient', 'partial', 'insufficient', 'unknown')),
        grounds text not null check (grounds ~ '^[a-z-]{1,50}$'),
        recorded_on date not null,
        ${ofBlock}`,
      grants: ['insert'],
    });
    await runner.query(`
      create index derived_state_of_block
        on derived_state (organisation_id, building_block_id, aspect, recorded_on desc, id desc)`);
  }
}
