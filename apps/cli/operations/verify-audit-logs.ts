import type { Localised } from '@weerbaar/core/figures';
import {
  type AuditFinding,
  type AuditFindingKind,
  type AuditReport,
  AuditVerification,
} from '@weerbaar/kernel/audit';
import { OrganisationDirectory } from '@weerbaar/kernel/organisations';
import { inOrganisation, organisationOf, withApplication } from '../application.js';
import { withDatabase } from '../operator-database.js';
import type { Terminal } from '../terminal.js';

export interface VerifyOptions {
  readonly organisation?: string;
  readonly json?: true;
}

interface OrganisationReport extends AuditReport {
  /** Slug. */
  readonly organisation: string;
}

const meanings: Readonly<Record<AuditFindingKind, Localised>> = {
  changed: { nl: 'gewijzigd nadat het was verzegeld', en: 'changed after it was sealed' },
  removed: { nl: 'verwijderd', en: 'removed' },
  inserted: { nl: 'toegevoegd buiten Weerbaar om', en: 'added past Weerbaar' },
  'unsealed-too-long': {
    nl: 'te lang niet verzegeld: draait de worker?',
    en: 'unsealed too long: does the worker run?',
  },
  'chain-broken': {
    nl: 'sluit niet aan op de schakel ervoor',
    en: 'does not follow from the link before it',
  },
  'checkpoint-mismatch': {
    nl: 'de keten is niet die van het controlepunt',
    en: 'the chain is not that of the checkpoint',
  },
  'checkpoint-unsigned': {
    nl: 'niet ondertekend met de sleutel van deze installatie (WEERBAAR_SECRET)',
    en: 'not signed with the key of this installation (WEERBAAR_SECRET)',
  },
};

/** @returns whether all of them are intact. */
export async function verifyAuditLogs(
  { organisation, json }: VerifyOptions,
  terminal: Terminal,
): Promise<boolean> {
  return withDatabase(['DATABASE_URL'], ({ settings }) =>
    withApplication(settings, 'application', async (app) => {
      const wanted =
        organisation === undefined
          ? await app.get(OrganisationDirectory).all()
          : [await organisationOf(app, organisation)];
      const reports: OrganisationReport[] = [];
      for (const one of wanted) {
        terminal.interrupted.throwIfAborted();
        const report = await inOrganisation(one, () => app.get(AuditVerification).verify());
        reports.push({ organisation: one.slug, ...report });
      }
      if (json) terminal.print(JSON.stringify(reports, null, 2));
      else for (const report of reports) show(report, terminal);
      return reports.every(({ intact }) => intact);
    }),
  );
}

function show(report: OrganisationReport, terminal: Terminal): void {
  const state = report.intact
    ? { nl: 'ongeschonden', en: 'intact' }
    : { nl: 'NIET ongeschonden', en: 'NOT intact' };
  terminal.print(`${report.organisation}: ${terminal.say(state)}`);
  const last = report.lastCheckpoint;
  const rows: readonly (readonly [Localised, string])[] = [
    [{ nl: 'verzegeld', en: 'sealed' }, terminal.number(report.sealed)],
    [{ nl: 'nog te verzegelen', en: 'to be sealed' }, terminal.number(report.unsealed)],
    [{ nl: 'inhoud gewist', en: 'content erased' }, terminal.number(report.erased)],
    [{ nl: 'controlepunten', en: 'checkpoints' }, terminal.number(report.checkpoints)],
    [{ nl: 'laatste controlepunt', en: 'last checkpoint' }, last ? `${last.day} (${last.sequence})` : '-'],
  ];
  terminal.table(rows.map(([label, value]) => [terminal.say(label), value]));
  for (const finding of report.findings) terminal.print(`  ! ${describe(finding, terminal)}`);
  const found = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
  const more = found - report.findings.length;
  if (more > 0) terminal.print({ nl: `  ! en nog ${more}`, en: `  ! and ${more} more` });
}

function describe({ kind, part, entryId, sequence, day }: AuditFinding, terminal: Terminal): string {
  const where = [part, entryId, sequence === undefined ? undefined : `#${sequence}`, day].filter(Boolean);
  return `${where.join(' ')}: ${terminal.say(meanings[kind])} (${kind})`;
}
