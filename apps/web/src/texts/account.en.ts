import type { accountNl } from './account.nl.js';
import type { Tree } from './nl.js';

export const accountEn: Tree<typeof accountNl> = {
  language: 'Language',
  languageText: 'The language in which you read Weerbaar. The choice holds on this device.',
  languages: { nl: 'Nederlands', en: 'English' },
  factor: 'Second factor',
  factorOn: 'Your authenticator app is in use since {{day}}.',
  factorOff: 'You have not set up an authenticator app yet.',
  codesLeft_zero: 'You have no recovery codes left.',
  codesLeft_one: 'You have {{count}} recovery code left.',
  codesLeft_other: 'You have {{count}} recovery codes left.',
  on: 'In use',
  off: 'Not set up',
  replace: 'Set up another phone',
  setUp: 'Set up the app',
  renewCodes: 'Make new recovery codes',
  sessions: 'Where you are signed in',
  sessionsText: 'Do you not recognise something? End it, and choose a new password.',
  device: 'Device',
  unknownDevice: 'Unknown device',
  startedAt: 'Signed in on',
  lastSeen: 'Last seen',
  thisOne: 'This device',
  action: 'Action',
  end: 'End',
  endOf: 'session on {{device}}',
  ended: 'The session has ended.',
  mail: 'Mail',
  mailNow: {
    'at-once': 'You get mail at once when something waits for you.',
    daily: 'Every morning you get one mail with what waits for you. What is urgent comes at once.',
    never: 'You get no mail about what waits for you. Only what is urgent comes, at once.',
  },
  mailIn: {
    nl: 'The mail is in Dutch.',
    en: 'The mail is in English.',
    none: 'The mail is mostly in Dutch.',
  },
  changeMail: 'Change your mail preferences',
  mailTitle: 'Mail preferences',
  when: 'When do you want mail about what waits for you?',
  whenHint: 'What is urgent always comes at once.',
  timings: {
    'at-once': 'At once, for each thing apart',
    daily: 'One mail every morning',
    never: 'No mail',
  },
  mailLanguage: 'In which language do you want mail?',
  noLanguage: 'Not chosen yet: mostly Dutch',
  saveMail: 'Save mail preferences',
  mailSaved: 'Your mail preferences are saved.',
  back: 'Back to your account',
  password: 'Password',
  passwordText: 'Do you think somebody knows your password? Then choose a new one at once.',
  changePassword: 'Change your password',
  currentPassword: 'Current password',
  currentPasswordNeeded: 'Fill in your current password',
  repeatNeeded: 'Fill in the new password once more',
  passwordDoneTitle: 'Your password has been changed',
  passwordDone: 'From now on you sign in with your new password. On other devices you are signed out.',
  noPassword: 'You sign in by way of your organisation. There you change your password too.',
  data: 'Your data',
  dataText:
    'You may know what Weerbaar has recorded of you. You get all of it in one file. Names of others are not in it. That you ask for it is recorded.',
  download: 'Download my data',
  downloadForPrograms: 'Download for a program (JSON)',
};

/** What is said to whoever chooses a password by the link of a mail. */
export const activationEn = {
  lead: 'With this link you choose the password of your account. The link works once.',
  password: 'New password',
  hint: 'At least 12 characters. A sentence of a few words is strong and easy to remember.',
  repeat: 'The new password once more',
  needed: 'Enter a password of at least 12 characters',
  different: 'This is not the same password',
  submit: 'Set the password',
  doneTitle: 'Your password is set',
  done: 'You can sign in now. If your role asks for more certainty, we help you to set up an authenticator app after that.',
  missingTitle: 'This link is not complete',
  missing:
    'Open the link of the mail again, or copy the whole address. If it still fails, ask the administrator for a new link.',
  provider: 'Go on by your organisation',
  providerLead: 'Do you sign in elsewhere in your organisation? Then you need no password here.',
} as const;

/** What is said to whoever sets up an authenticator app. */
export const factorEn = {
  lead: 'With an authenticator app on your phone we know for sure that it is you. Setting it up takes three minutes.',
  step1: 'Scan the code',
  step1Text:
    'Open an authenticator app on your phone, such as the one your organisation uses. Choose "add" there and scan this square.',
  qr: 'QR code to scan with your authenticator app',
  byHand: 'Can you not scan it? Then type this key into the app:',
  step2: 'Enter the code that the app shows',
  confirm: 'Start using the app',
  begin: 'Begin',
  codesTitle: 'Keep your recovery codes',
  codesText:
    'If you lose your phone, you sign in with one of these codes. Each code works once. You see them only now: print them or write them down, and keep them in a safe place.',
  print: 'Print',
  saved: 'I have kept the codes',
} as const;

/** What is said to whoever has to prove more than they did. */
export const proofEn = {
  title: 'Confirm that it is you',
  done: 'You have given the second proof already.',
  goOn: 'Continue',
  enrol: 'You have not set up an authenticator app yet. It takes three minutes.',
  provider: 'Your organisation then confirms that it is you, for example with a code on your telephone.',
  providerAction: 'Confirm at your organisation',
  or: 'Or with your authenticator app',
  none: 'You have no authenticator app yet. You set it up by the link of your invitation. Ask the administrator for a new link.',
  back: 'Not now: back to the start page',
} as const;

/** What is said to whoever forgot their password. */
export const passwordResetEn = {
  title: 'Forgot your password',
  lead: 'Fill in your sign-in name. You will get a mail with a link, by which you choose a new password.',
  submit: 'Ask for a link',
  doneTitle: 'Look at your mail',
  done: 'Does this sign-in name belong to an account? Then a mail is on its way. The link in it works for one hour. We never say whether a sign-in name exists.',
  nothing: 'No mail? Look in your junk mail, or ask the administrator for a new link.',
  back: 'Back to signing in',
} as const;

/** Why the way by the provider of the organisation came to nothing. */
export const refusalEn = {
  title: 'Signing in failed',
  why: {
    'account-of-another':
      'You have another account at this organisation already. Ask the administrator for help.',
    again: 'Signing in was not finished, or took too long. Begin anew.',
    cancelled: 'You cancelled signing in, or the identity provider of your organisation did not let you in.',
    'invitation-ended':
      'Your invitation was used before, or is too old. Ask the administrator for a new one.',
    'not-strong-enough':
      'The identity provider of your organisation did not ask for a second factor. Try again, or use the code of your app.',
    'too-often': 'There were too many attempts to sign in. Wait for a quarter of an hour and try again.',
    unknown:
      'You were recognised, but you have no account here that this works for. Ask the administrator for an invitation.',
    unproven:
      'The identity provider of your organisation gave an answer that is not right. Try again. If it fails again, ask the administrator for help.',
    unreachable: 'The identity provider of your organisation does not answer. Try again in a few minutes.',
  },
  back: 'Back to signing in',
  proof: 'Confirm that it is you',
} as const;
