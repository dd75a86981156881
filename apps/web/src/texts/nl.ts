import { annualCycleNl } from './annual-cycle.nl.js';
import { buildingBlocksNl } from './building-blocks.nl.js';
import { formsNl } from './forms.nl.js';
import { helpNl } from './help.nl.js';
import type { laterNl } from './later.nl.js';
import { organisationNl } from './organisation.nl.js';
import { start } from './start.nl.js';

/** What the app says from the first page on, in Dutch (B1, "u"). */
export const nl = {
  ...organisationNl,
  ...buildingBlocksNl,
  cycle: annualCycleNl,
  start,
  forms: formsNl,
  help: helpNl,
  app: {
    name: 'Weerbaar',
    purpose: 'Integriteit',
    skip: 'Naar de inhoud',
    menu: 'Menu',
    mainNavigation: 'Hoofdmenu',
    breadcrumb: 'Kruimelpad',
    account: 'Uw account',
    signOut: 'Uitloggen',
    signOutFailed: 'Uitloggen lukte niet. Controleer uw verbinding en probeer het opnieuw.',
    signIn: 'Inloggen',
    otherLanguage: 'English',
    about: 'Over deze website',
    accessibility: 'Toegankelijkheid',
    published: 'Gepubliceerde stukken',
    close: 'Sluiten',
  },
  pages: {
    start: 'Start',
    system: 'Integriteitssysteem',
    cycle: 'Jaarcyclus',
    organisation: 'Organisatie',
    account: 'Uw account',
    accessibility: 'Toegankelijkheid',
    signIn: 'Inloggen',
    secondFactor: 'Authenticator-app instellen',
    activation: 'Wachtwoord kiezen',
    notFound: 'Deze pagina bestaat niet',
  },
  states: {
    loading: 'Bezig met laden',
    again: 'Opnieuw proberen',
    toStart: 'Naar de startpagina',
    offlineTitle: 'Geen verbinding',
    offline:
      'De server antwoordt niet. Controleer uw internetverbinding en probeer het opnieuw. Wat u hebt getypt, blijft staan.',
    errorTitle: 'Dit ging niet goed',
    unexpected:
      'Er ging iets mis in deze pagina. Probeer het opnieuw. Lukt het dan niet? Meld het bij de beheerder.',
    reference: 'Vraagt u om hulp? Noem dan dit kenmerk: {{reference}}',
    contact: 'Contact voor vragen',
    forbiddenTitle: 'U hebt hier geen toegang toe',
    forbidden:
      'Uw rol geeft geen toegang tot deze pagina. Denkt u dat dit niet klopt? Vraag het de beheerder.',
    stepUpTitle: 'Bevestig eerst dat u het bent',
    stepUp: 'Deze gegevens ziet u pas na een tweede bewijs, zoals de code van uw authenticator-app.',
    stepUpAction: 'Bevestigen dat u het bent',
    notFoundTitle: 'Deze pagina bestaat niet',
    notFound: 'Misschien is het adres verkeerd getypt, of is wat hier stond verwijderd.',
    offlineNow: 'U bent offline. U ziet wat het laatst is geladen.',
  },
  errors: {
    title_one: 'Er is 1 fout in het formulier',
    title_other: 'Er zijn {{count}} fouten in het formulier',
    titleLabel_one: 'invoerfout',
    titleLabel_other: 'invoerfouten',
    prefix: 'Invoerfout',
    general: 'Dit lukte niet',
    optional: 'niet verplicht',
  },
  signIn: {
    lead: 'Weerbaar is het integriteitssysteem van {{organisation}}. Log in om verder te gaan.',
    leadPlain: 'Log in om verder te gaan.',
    name: 'Inlognaam',
    password: 'Wachtwoord',
    submit: 'Inloggen',
    nameNeeded: 'Vul uw inlognaam in',
    passwordNeeded: 'Vul uw wachtwoord in',
    provider: 'Inloggen via uw organisatie',
    or: 'Of met een inlognaam en wachtwoord',
    helpTitle: 'Lukt het niet?',
    forgotten: 'Wachtwoord vergeten?',
    help: 'Hebt u nog geen account, of werkt de link uit uw uitnodiging niet meer? Vraag de functioneel beheerder om een nieuwe link.',
    publicTitle: 'Alleen lezen?',
    public: 'Jaarplannen en jaarverslagen leest u zonder in te loggen.',
    codeTitle: 'Bevestig dat u het bent',
    codeLead: 'Open de authenticator-app op uw telefoon. Vul de code in die u bij Weerbaar ziet.',
    code: 'Code uit de app',
    codeHint: 'Zes cijfers',
    codeNeeded: 'Vul de code van zes cijfers in',
    confirm: 'Code bevestigen',
    useRecovery: 'Ik heb mijn telefoon niet bij me',
    recoveryLead:
      'Vul een van de herstelcodes in die u bij het instellen van de app hebt bewaard. Elke code werkt één keer.',
    recovery: 'Herstelcode',
    recoveryNeeded: 'Vul een herstelcode in',
    confirmRecovery: 'Herstelcode gebruiken',
    useCode: 'Toch de code uit de app gebruiken',
    cancel: 'Annuleren en uitloggen',
    signedOut: 'U bent uitgelogd.',
    demoCode:
      'Probeert u Weerbaar uit? Dan hebt u geen telefoon nodig. Open een tweede venster in de map van Weerbaar. Deze opdracht toont daar de code:',
    demoAccount: '<inlognaam>',
    demoMail: 'Mails van de voorbeeldgemeente',
    demo: 'Probeert u Weerbaar uit? De inlognamen en wachtwoorden van de voorbeeldgemeente staan in het venster waarin u Weerbaar hebt gestart.',
  },
  ended: {
    title: 'U bent uitgelogd',
    text: 'U hebt een tijd niets gedaan, of uw sessie is ergens anders beëindigd. Log opnieuw in en ga verder waar u was. Wat u hebt getypt, blijft staan.',
    provider: 'Inloggen via uw organisatie, in een nieuw tabblad',
    againTitle: 'U bent weer ingelogd',
    again: 'Sluit dit tabblad. In het tabblad waar u was, kunt u verder.',
  },
  ending: {
    title: 'Uw sessie eindigt bijna',
    idle_zero: 'Over minder dan een minuut wordt u uitgelogd.',
    idle_one: 'Over {{count}} minuut wordt u uitgelogd.',
    idle_other: 'Over {{count}} minuten wordt u uitgelogd.',
    idleText: 'U hebt een tijd niets gedaan. Gaat u verder? Wat u hebt getypt, blijft in elk geval staan.',
    final_zero: 'Over minder dan een minuut vragen wij u opnieuw in te loggen.',
    final_one: 'Over {{count}} minuut vragen wij u opnieuw in te loggen.',
    final_other: 'Over {{count}} minuten vragen wij u opnieuw in te loggen.',
    finalText: 'U bent dan zo lang ingelogd als mag. Wat u hebt getypt, blijft staan.',
    goOn: 'Doorgaan',
    understood: 'Begrepen',
  },
  phases: { plan: 'Plannen', execute: 'Uitvoeren', evaluate: 'Evalueren', report: 'Verantwoorden' },
  phaseMonths: { plan: 'okt – feb', execute: 'mrt – okt', evaluate: 'nov', report: 'dec – apr' },
  phaseState: { done: 'afgerond', current: 'nu', next: 'hierna' },
  aspects: { design: 'Opzet', existence: 'Bestaan', operation: 'Werking' },
  aspectHints: {
    design: 'Is het goed geregeld?',
    existence: 'Wordt het gedaan?',
    operation: 'Helpt het?',
  },
  judgements: {
    sufficient: 'Voldoende',
    partial: 'Deels',
    insufficient: 'Onvoldoende',
    unknown: 'Geen oordeel',
  },
  actionStatus: {
    planned: 'Gepland',
    running: 'Loopt',
    continuous: 'Doorlopend',
    periodic: 'Periodiek',
    done: 'Afgerond',
    delayed: 'Vertraagd',
    stopped: 'Gestopt',
  },
  accessibility: {
    lead: 'Iedereen moet met Weerbaar kunnen werken, ook met alleen een toetsenbord, met een schermlezer of met vergrote letters.',
    standard: 'Waar wij ons aan houden',
    standardText:
      'Weerbaar is gemaakt volgens WCAG 2.2, niveau A en AA. Bij elke wijziging controleert een programma elke pagina, in een groot en een klein venster.',
    known: 'Wat wij nog niet weten',
    knownText:
      'Een automatische controle vindt niet alles. Een onderzoek door een onafhankelijke partij en een test met schermlezers moeten nog gebeuren. Daarom is er nog geen officiële toegankelijkheidsverklaring.',
    report: 'Iets werkt niet',
    reportText:
      'Meld het bij de functioneel beheerder van uw organisatie. Vertel welke pagina het is en waarmee u werkt. U kunt altijd vragen om de gegevens op een andere manier te krijgen.',
    browsers: 'Browsers',
    browsersText:
      'Weerbaar werkt in Chrome en Edge vanaf versie 126, Firefox vanaf 128 en Safari vanaf 17.4.',
  },
} as const;

/** The same tree with other words. */
export type Tree<Part> = {
  readonly [Key in keyof Part]: Part[Key] extends string ? string : Tree<Part[Key]>;
};
/** The keys that every language must have. */
export type Texts = Tree<typeof nl & typeof laterNl>;
