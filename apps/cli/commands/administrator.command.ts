import type { Command } from 'commander';
import { addExamples } from '../example.js';
import type { AdministratorOptions } from '../operations/invite-administrator.js';
import type { Terminal } from '../terminal.js';
import { line, mailAddress } from '../arguments.js';

export function addAdministratorCommands(parent: Command, terminal: Terminal): void {
  const administrator = parent
    .command('administrator')
    .summary(
      terminal.say({
        nl: 'invite: nodigt een beheerder uit, of laat er een opnieuw beginnen',
        en: 'invite: invite an administrator, or let one begin anew',
      }),
    )
    .description(terminal.say({ nl: 'Beheerders.', en: 'Administrators.' }));
  const invite = administrator
    .command('invite')
    .summary(
      terminal.say({
        nl: 'nodigt een beheerder uit, of laat er een opnieuw beginnen',
        en: 'invite an administrator, or let one begin anew',
      }),
    )
    .description(
      terminal.say({
        nl: 'Maakt een beheerder en toont een eenmalige link. Bestaat het account al, dan vervallen wachtwoord en tweede factor en begint de eigenaar opnieuw met de link. Zorg dat er altijd twee beheerders zijn: sommige rollen vragen twee mensen.',
        en: 'Make an administrator and show a one-time link. If the account exists, its password and second factor end and its owner begins anew with the link. See to it that there are always two: some roles take two people to give.',
      }),
    )
    .option(
      '--organisation <slug>',
      terminal.say({ nl: 'nodig als er meer zijn', en: 'needed when there are several' }),
    )
    .requiredOption('--name <name>', terminal.say({ nl: 'naam', en: 'name' }), line(terminal, 200))
    .requiredOption(
      '--email <address>',
      terminal.say({ nl: 'e-mailadres en inlognaam', en: 'e-mail address and sign-in name' }),
      mailAddress(terminal),
    )
    .action(async (options: AdministratorOptions) => {
      const { inviteOrRestoreAdministrator } = await import('../operations/invite-administrator.js');
      await inviteOrRestoreAdministrator(options, terminal);
    });
  addExamples(invite, terminal, 'administrator invite --name "B. Visser" --email b.visser@voorbeeld.example');
}
