import type { Command } from 'commander';
import { addExamples } from '../example.js';
import type { Terminal } from '../terminal.js';
import type { VerifyOptions } from '../operations/verify-audit-logs.js';

const notIntact = 2;

export function addAuditCommands(parent: Command, terminal: Terminal): void {
  const audit = parent
    .command('audit')
    .summary(
      terminal.say({
        nl: 'verify: gaat na of het auditlog ongeschonden is',
        en: 'verify: tell whether the audit log is intact',
      }),
    )
    .description(terminal.say({ nl: 'Het auditlog.', en: 'The audit log.' }));
  const verify = audit
    .command('verify')
    .summary(
      terminal.say({
        nl: 'gaat na of het auditlog ongeschonden is',
        en: 'tell whether the audit log is intact',
      }),
    )
    .description(
      terminal.say({
        nl: 'Gaat na of het auditlog nog is wat er werd geschreven, en zo niet, waar. Leest alleen; er kan worden doorgewerkt. Loopt af met 2 als er iets is gevonden.',
        en: 'Tell whether the audit log is still what was written, and if not, where. Only reads; work can go on. Exits with 2 when something was found.',
      }),
    )
    .option(
      '--organisation <slug>',
      terminal.say({
        nl: 'alleen deze organisatie; anders alle',
        en: 'only this organisation; otherwise all',
      }),
    )
    .option('--json', terminal.say({ nl: 'voor programma’s', en: 'for programs' }))
    .action(async (options: VerifyOptions) => {
      const { verifyAuditLogs } = await import('../operations/verify-audit-logs.js');
      if (!(await verifyAuditLogs(options, terminal))) process.exitCode = notIntact;
    });
  addExamples(verify, terminal, 'audit verify', 'audit verify --organisation voorbeeld --json');
}
