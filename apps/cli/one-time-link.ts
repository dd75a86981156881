import { linkAddress } from '@weerbaar/kernel/identity';
import type { Terminal } from './terminal.js';

/** Shows a link that is kept nowhere, and how to use it without a page. */
export function tellLink(name: string, address: string, token: string, terminal: Terminal): void {
  terminal.print({
    nl: `Eenmalige link voor ${name}, zeven dagen geldig:`,
    en: `One-time link for ${name}, valid for seven days:`,
  });
  terminal.print(`\n  ${linkAddress(address, token)}\n`);
  terminal.print({
    nl: 'De pagina achter de link komt nog. Tot dan kiest deze aanroep het wachtwoord:',
    en: 'The page behind the link is still to come. Until then this call chooses the password:',
  });
  const body = JSON.stringify({ token, password: terminal.say({ nl: '<wachtwoord>', en: '<password>' }) });
  terminal.print(
    `\n  curl -X POST ${address}/api/v1/account-activations -H 'content-type: application/json' \\\n    -d '${body}'\n`,
  );
}
