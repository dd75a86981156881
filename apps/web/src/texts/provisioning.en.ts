import type { Tree } from './nl.js';
import type { provisioningNl } from './provisioning.nl.js';

export const provisioningEn: Tree<typeof provisioningNl> = {
  title: 'Connection with the directory',
  lead: 'The directory of your organisation, such as Entra ID, can tell by itself who joins and who leaves. Weerbaar then opens and closes the accounts. Roles are always given by you.',
  connect: 'What to fill in there',
  connectLead:
    'Fill in these details at the directory, or give them to who looks after it. It is called provisioning there, or SCIM.',
  address: 'Address',
  method: 'Way of signing in',
  methodText: 'A token that you make below (bearer token, secret token)',
  what: 'What it tells',
  whatText: 'Users only, no groups',
  tokens: 'Tokens',
  make: 'Make a token',
  none: 'There is no token yet. Make one to begin the connection.',
  label: 'For which program',
  labelHint: 'By this you know the token later, such as Entra ID',
  labelNeeded: 'Enter for which program the token is',
  state: 'State',
  states: { counts: 'Valid', ended: 'Expired', withdrawn: 'Withdrawn' },
  lastDay: 'Valid up to and including',
  lastDayHint: 'Two years at most. Make a new one before that day and replace the old one',
  lastDayNeeded: 'Enter the last day on which the token counts',
  lastUsed: 'Last used',
  neverUsed: 'Not used yet',
  madeOn: 'Made on {{day}}',
  withdrawnOn: 'Withdrawn on {{day}}',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw the token?',
  withdrawText:
    'The token for {{label}} then stops working at once and does not come back. Who joins gets no account and who leaves keeps theirs, until you fill in another token at the directory.',
  keep: 'Keep the token',
  withdrawn: 'The token for {{label}} was withdrawn.',
  madeTitle: 'Keep this token now',
  madeText:
    'You see this token once. Weerbaar does not store it and can not show it again. Copy it and fill it in at the directory at once. Do not mail it.',
  secret: 'Token for {{label}}',
  copy: 'Copy the token',
  copied: 'The token was copied.',
  notCopied: 'Copying did not work. The token is selected: copy it with your keyboard.',
  ready: 'I have kept the token',
};
