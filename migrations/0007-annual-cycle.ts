import type { QueryRunner } from 'typeorm';
import { createOrganisationTable, ForwardMigration } from '@weerbaar/kernel/database';

const owner = `
  owner_person_id uuid,
  owner_role text,
  check (num_nonnulls(owner_person_id, owner_role) <= 1),
  foreign key (organisation_id, owner_person_id) references person`;

export class AnnualCycle1795000000007 extends ForwardMigration {
  readonly name = 'AnnualCycle1795000000007';

  async up(runner: QueryRunner): Promise<void> {
    await this.planning(runner);
    await this.accounting(runner);
    await this.keepAdoptedUnchanged(runner);
  }

  private async planning(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'annual_cycle',
      columns: `
        id uuid not null,
        version integer not null default 1,
        year integer not null check (year between 2000 and 2100),
        phase text not null check (phase in ('plan', 'execute', 'evaluate', 'report')),
        unique (organisation_id, year)`,
      grants: ['insert', 'update'],
    });

    await createOrganisationTable(runner, {
      name: 'finding',
      columns: `
        id uuid not null,
        version integer not null default 1,
        cycle_id uuid not null,
        source text not null check (source in
          ('previous-report', 'developments', 'own-instruments', 'adviser-reports', 'audits-and-investigations')),
        title text not null check (char_length(title) between 1 and 200),
        description text not null check (char_length(description) <= 4000),
        building_block_id uuid,
        recorded_at timestamptz not null,
        foreign key (organisation_id, cycle_id) references annual_cycle,
        foreign key (organisation_id, building_block_id) references building_block`,
      grants: ['insert', 'update'],
    });
    await runner.query(`create index finding_of_cycle on finding (organisation_id, cycle_id, source, id)`);

    await createOrganisationTable(runner, {
      name: 'action',
      columns: `
        id uuid not null,
        version integer not null default 1,
        cycle_id uuid not null,
        number integer not null check (number > 0),
        building_block_id uuid not null,
        title text not null check (char_length(title) between 1 and 300),
        intended_result text not null check (char_length(intended_result) <= 2000),
        ${owner},
        quarter smallint not null check (quarter between 1 and 4),
        budget numeric(12, 2) check (budget >= 0),
        hours integer check (hours >= 0),
        priority text not null check (priority in ('high', 'normal', 'low')),
        status text not null check (status in
          ('planned', 'running', 'continuous', 'periodic', 'delayed', 'done', 'stopped')),
        finding_id uuid,
        carried_over_from uuid,
        unique (organisation_id, cycle_id, number),
        unique (organisation_id, carried_over_from),
        foreign key (organisation_id, cycle_id) references annual_cycle,
        foreign key (organisation_id, building_block_id) references building_block,
        foreign key (organisation_id, finding_id) references finding,
        foreign key (organisation_id, carried_over_from) references action`,
      grants: ['insert', 'update'],
    });
    await runner.query(
      `create index action_of_building_block on action (organisation_id, building_block_id)`,
    );
    await runner.query(`create index action_of_finding on action (organisation_id, finding_id)`);

    // What was said of the progress stays said: notes are added, never changed.
    await createOrganisationTable(runner, {
      name: 'action_progress',
      columns: `
        id uuid not null,
        action_id uuid not null,
        year integer not null check (year between 2000 and 2100),
        quarter smallint not null check (quarter between 1 and 4),
        status text not null,
        note text not null check (char_length(note) between 1 and 2000),
        recorded_at timestamptz not null,
        recorded_by uuid,
        foreign key (organisation_id, action_id) references action,
        foreign key (organisation_id, recorded_by) references account`,
      grants: ['insert'],
    });
    await runner.query(
      `create index action_progress_of_action on action_progress (organisation_id, action_id, recorded_at)`,
    );
  }

  private async accounting(runner: QueryRunner): Promise<void> {
    await createOrganisationTable(runner, {
      name: 'adoption_route',
      columns: `
        id uuid not null,
        version integer not null default 1,
        steps jsonb not null,
        unique (organisation_id)`,
      grants: ['insert', 'update'],
    });

    await createOrganisationTable(runner, {
      name: 'figures_snapshot',
      columns: `
        id uuid not null,
        year integer not null,
        reference_date date not null,
        taken_at timestamptz not null,
        hash text not null check (hash ~ '^[0-9a-f]{64}$'),
        figures jsonb not null`,
      grants: ['insert'],
    });

    await createOrganisationTable(runner, {
      name: 'annual_document',
      columns: `
        id uuid not null,
        version integer not null default 1,
        cycle_id uuid not null,
        kind text not null check (kind in ('plan', 'report')),
        revision integer not null check (revision > 0),
        status text not null check (status in ('draft', 'submitted', 'adopted', 'published')),
        snapshot_id uuid,
        route jsonb not null default '[]',
        correction_reason text check (char_length(correction_reason) between 1 and 2000),
        submitted_at timestamptz,
        adopted_on date,
        published_at timestamptz,
        check (status = 'draft' or snapshot_id is not null),
        check (revision = 1 or correction_reason is not null),
        unique (organisation_id, cycle_id, kind, revision),
        foreign key (organisation_id, cycle_id) references annual_cycle,
        foreign key (organisation_id, snapshot_id) references figures_snapshot`,
      grants: ['insert', 'update'],
    });
    // One revision in the making at a time: two drafts of one report would contradict each other.
    await runner.query(`
      create unique index annual_document_in_the_making on annual_document (organisation_id, cycle_id, kind)
        where status in ('draft', 'submitted')`);

    await createOrganisationTable(runner, {
      name: 'chapter_text',
      columns: `
        id uuid not null,
        version integer not null default 1,
        document_id uuid not null,
        chapter text not null,
        body jsonb not null,
        unique (organisation_id, document_id, chapter),
        foreign key (organisation_id, document_id) references annual_document`,
      grants: ['insert', 'update'],
    });

    await createOrganisationTable(runner, {
      name: 'adoption_decision',
      columns: `
        id uuid not null,
        document_id uuid not null,
        sequence smallint not null,
        outcome text not null check (outcome in ('approved', 'discussed', 'informed', 'sent-back')),
        decided_on date not null,
        reference text check (char_length(reference) <= 200),
        reason text check (char_length(reason) <= 2000),
        recorded_at timestamptz not null,
        recorded_by uuid,
        check (outcome <> 'sent-back' or reason is not null),
        foreign key (organisation_id, document_id) references annual_document,
        foreign key (organisation_id, recorded_by) references account`,
      grants: ['insert'],
    });
    await runner.query(
      `create index adoption_decision_of_document on adoption_decision (organisation_id, document_id, recorded_at)`,
    );

    await createOrganisationTable(runner, {
      name: 'rendering',
      columns: `
        id uuid not null,
        document_id uuid not null,
        edition text not null check (edition in ('internal', 'public')),
        language text not null check (language in ('nl', 'en')),
        product_version text not null,
        content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
        content jsonb not null,
        requested_at timestamptz not null,
        unique (organisation_id, document_id, edition, language, product_version, content_hash),
        foreign key (organisation_id, document_id) references annual_document`,
      grants: ['insert'],
    });

    await createOrganisationTable(runner, {
      name: 'rendered_file',
      primaryKey: 'rendering_id, format',
      columns: `
        rendering_id uuid not null,
        format text not null,
        file_id uuid not null,
        foreign key (organisation_id, rendering_id) references rendering,
        foreign key (organisation_id, file_id) references file`,
      grants: ['insert'],
    });

    await createOrganisationTable(runner, {
      name: 'publication',
      primaryKey: 'document_id',
      columns: `
        document_id uuid not null,
        rendering_id uuid not null,
        published_at timestamptz not null,
        foreign key (organisation_id, document_id) references annual_document,
        foreign key (organisation_id, rendering_id) references rendering`,
      grants: ['insert'],
    });
  }

  /** What a college adopted stays as adopted, also when code has a fault: the database refuses. */
  private async keepAdoptedUnchanged(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function refuse_change_of_fixed_text() returns trigger language plpgsql as $$
      begin
        if exists (select from annual_document d
                    where d.organisation_id = new.organisation_id and d.status <> 'draft'
                      and (d.id = new.document_id or (tg_op = 'UPDATE' and d.id = old.document_id))) then
          raise exception 'a document that was submitted does not change' using errcode = 'WB001';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger chapter_text_fixed before insert or update on chapter_text
        for each row execute function refuse_change_of_fixed_text()`);
    await runner.query(`
      create function refuse_decision_out_of_turn() returns trigger language plpgsql as $$
      begin
        if (select status from annual_document d
             where d.organisation_id = new.organisation_id and d.id = new.document_id) <> 'submitted' then
          raise exception 'only a document that was submitted is decided on' using errcode = 'WB001';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger adoption_decision_in_turn before insert on adoption_decision
        for each row execute function refuse_decision_out_of_turn()`);
    await runner.query(`
      create function refuse_change_of_adopted_document() returns trigger language plpgsql as $$
      begin
        if old.status in ('adopted', 'published') and
           (new.id, new.cycle_id, new.kind, new.revision, new.snapshot_id, new.route, new.correction_reason,
            new.submitted_at, new.adopted_on)
             is distinct from
           (old.id, old.cycle_id, old.kind, old.revision, old.snapshot_id, old.route, old.correction_reason,
            old.submitted_at, old.adopted_on) then
          raise exception 'a document that was adopted does not change' using errcode = 'WB001';
        end if;
        if (old.status = 'published'
            and (new.status, new.published_at) is distinct from (old.status, old.published_at))
           or (old.status = 'adopted' and new.status not in ('adopted', 'published')) then
          raise exception 'a document that was adopted does not go back' using errcode = 'WB001';
        end if;
        return new;
      end $$`);
    await runner.query(`
      create trigger annual_document_adopted before update on annual_document
        for each row execute function refuse_change_of_adopted_document()`);
  }
}
