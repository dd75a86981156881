import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalDataRegistry } from '@weerbaar/kernel/personal-data';
import { IdentityPersonalDataQueries } from './identity-personal-data.repository.js';

/** What is known of how somebody signs in. */
@Injectable()
export class IdentityPersonalData implements OnModuleInit {
  constructor(
    private readonly registry: PersonalDataRegistry,
    private readonly queries: IdentityPersonalDataQueries,
  ) {}

  onModuleInit(): void {
    this.registry.register(
      {
        id: 'identity.accounts',
        title: { nl: 'Uw account', en: 'Your account' },
        purpose: { nl: 'Om u te laten inloggen.', en: 'To let you sign in.' },
        covers: ['account.person_id', 'second_factor.account_id', 'recovery_code.account_id'],
        columns: [
          { id: 'signInName', label: { nl: 'Inlognaam', en: 'Sign-in name' } },
          { id: 'email', label: { nl: 'E-mailadres voor inloglinks', en: 'Mail address for links' } },
          { id: 'hasPassword', label: { nl: 'Heeft een wachtwoord', en: 'Has a password' } },
          {
            id: 'providerSubject',
            label: { nl: 'Kenmerk bij de inlogdienst', en: 'Identifier at the identity provider' },
          },
          { id: 'secondFactorSince', label: { nl: 'Tweede factor sinds', en: 'Second factor since' } },
          { id: 'recoveryCodes', label: { nl: 'Herstelcodes over', en: 'Recovery codes left' } },
          { id: 'createdAt', label: { nl: 'Gemaakt op', en: 'Made on' } },
          { id: 'deactivatedAt', label: { nl: 'Uitgezet op', en: 'Deactivated on' } },
        ],
        read: (subject, batch) => this.queries.accounts(subject, batch),
      },
      {
        id: 'identity.sessions',
        title: { nl: 'Waar u bent ingelogd', en: 'Where you are signed in' },
        purpose: { nl: 'Om u ingelogd te houden.', en: 'To keep you signed in.' },
        covers: ['session.account_id'],
        columns: [
          { id: 'device', label: { nl: 'Apparaat', en: 'Device' } },
          {
            id: 'method',
            label: { nl: 'Ingelogd met', en: 'Signed in by' },
            codes: {
              password: { nl: 'wachtwoord', en: 'password' },
              provider: { nl: 'inlogdienst', en: 'identity provider' },
            },
          },
          { id: 'startedAt', label: { nl: 'Begonnen op', en: 'Started on' } },
          { id: 'lastSeenAt', label: { nl: 'Laatst gezien op', en: 'Last seen on' } },
          { id: 'endsAt', label: { nl: 'Eindigt uiterlijk op', en: 'Ends at the latest on' } },
        ],
        read: (subject, batch) => this.queries.sessions(subject, batch),
      },
      {
        id: 'identity.mail-preferences',
        title: { nl: 'Uw mailvoorkeuren', en: 'Your mail preferences' },
        purpose: { nl: 'Om u te mailen zoals u wilt.', en: 'To mail you as you wish.' },
        covers: ['mail_preference.account_id'],
        columns: [
          {
            id: 'language',
            label: { nl: 'Taal', en: 'Language' },
            codes: { nl: { nl: 'Nederlands', en: 'Dutch' }, en: { nl: 'Engels', en: 'English' } },
          },
          {
            id: 'timing',
            label: { nl: 'Wanneer', en: 'When' },
            codes: {
              'at-once': { nl: 'meteen', en: 'at once' },
              daily: { nl: 'één keer per dag', en: 'once a day' },
              never: { nl: 'nooit', en: 'never' },
            },
          },
        ],
        read: (subject, batch) => this.queries.mailPreferences(subject, batch),
      },
      {
        id: 'identity.links',
        title: { nl: 'Links die u kreeg om in te loggen', en: 'Links you got to sign in with' },
        purpose: {
          nl: 'Om u een wachtwoord te laten kiezen.',
          en: 'To let you choose a password.',
        },
        covers: ['one_time_link.account_id', 'link_request.account_id'],
        columns: [
          {
            id: 'purpose',
            label: { nl: 'Waarvoor', en: 'What for' },
            codes: {
              invitation: { nl: 'uitnodiging', en: 'invitation' },
              'password-reset': { nl: 'nieuw wachtwoord', en: 'new password' },
            },
          },
          { id: 'requestedAt', label: { nl: 'Aangevraagd op', en: 'Asked for on' } },
          { id: 'expiresAt', label: { nl: 'Geldig tot', en: 'Valid until' } },
          { id: 'usedAt', label: { nl: 'Gebruikt op', en: 'Used on' } },
        ],
        read: (subject, batch) => this.queries.links(subject, batch),
      },
    );
  }
}
