/** What the pages about one's own account say, in Dutch. */
export const accountNl = {
  language: 'Taal',
  languageText: 'De taal waarin u Weerbaar leest. De keuze geldt op dit apparaat.',
  languages: { nl: 'Nederlands', en: 'English' },
  factor: 'Tweede bewijs',
  factorOn: 'Uw authenticator-app is in gebruik sinds {{day}}.',
  factorOff: 'U hebt nog geen authenticator-app ingesteld.',
  codesLeft_zero: 'U hebt geen herstelcodes meer.',
  codesLeft_one: 'U hebt nog {{count}} herstelcode.',
  codesLeft_other: 'U hebt nog {{count}} herstelcodes.',
  on: 'In gebruik',
  off: 'Niet ingesteld',
  replace: 'Andere telefoon instellen',
  setUp: 'App instellen',
  renewCodes: 'Nieuwe herstelcodes maken',
  sessions: 'Waar u bent ingelogd',
  sessionsText: 'Herkent u iets niet? Beëindig het dan, en kies een nieuw wachtwoord.',
  device: 'Apparaat',
  unknownDevice: 'Onbekend apparaat',
  startedAt: 'Ingelogd op',
  lastSeen: 'Laatst gezien',
  thisOne: 'Dit apparaat',
  action: 'Actie',
  end: 'Beëindigen',
  endOf: 'sessie op {{device}}',
  ended: 'De sessie is beëindigd.',
  mail: 'Mail',
  mailNow: {
    'at-once': 'U krijgt meteen mail als er iets op u wacht.',
    daily: 'U krijgt elke ochtend één mail met wat op u wacht. Wat dringend is, komt meteen.',
    never: 'U krijgt geen mail over wat op u wacht. Alleen wat dringend is, komt meteen.',
  },
  mailIn: {
    nl: 'De mail is in het Nederlands.',
    en: 'De mail is in het Engels.',
    none: 'U hebt nog geen taal voor de mail gekozen.',
  },
  changeMail: 'Mailvoorkeuren wijzigen',
  mailTitle: 'Mailvoorkeuren',
  when: 'Wanneer wilt u mail over wat op u wacht?',
  whenHint: 'Wat dringend is, komt altijd meteen.',
  timings: {
    'at-once': 'Meteen, voor alles apart',
    daily: 'Elke ochtend één mail',
    never: 'Geen mail',
  },
  mailLanguage: 'In welke taal wilt u mail?',
  noLanguage: 'Nog niet gekozen: meestal Nederlands',
  saveMail: 'Mailvoorkeuren opslaan',
  mailSaved: 'Uw mailvoorkeuren zijn opgeslagen.',
  back: 'Terug naar uw account',
  password: 'Wachtwoord',
  passwordText: 'Denkt u dat iemand uw wachtwoord kent? Kies dan meteen een nieuw.',
  changePassword: 'Wachtwoord wijzigen',
  currentPassword: 'Huidig wachtwoord',
  currentPasswordNeeded: 'Vul uw huidige wachtwoord in',
  repeatNeeded: 'Vul het nieuwe wachtwoord nog een keer in',
  passwordDoneTitle: 'Uw wachtwoord is gewijzigd',
  passwordDone: 'Vanaf nu logt u in met uw nieuwe wachtwoord. Op andere apparaten bent u uitgelogd.',
  noPassword: 'U logt in via uw organisatie. Daar wijzigt u ook uw wachtwoord.',
  data: 'Uw gegevens',
  dataText:
    'U mag weten wat Weerbaar over u heeft vastgelegd. U krijgt alles in één bestand. Namen van anderen staan er niet in. Dat u dit vraagt, wordt vastgelegd.',
  download: 'Mijn gegevens downloaden',
  downloadForPrograms: 'Downloaden voor een programma (JSON)',
} as const;

/** What is said to whoever chooses a password by the link of a mail. */
export const activationNl = {
  lead: 'Met deze link kiest u het wachtwoord van uw account. De link werkt één keer.',
  password: 'Nieuw wachtwoord',
  hint: 'Ten minste 12 tekens. Een zin van een paar woorden is sterk en goed te onthouden.',
  repeat: 'Nogmaals het nieuwe wachtwoord',
  needed: 'Vul een wachtwoord van ten minste 12 tekens in',
  different: 'Dit is niet hetzelfde wachtwoord',
  submit: 'Wachtwoord vastleggen',
  doneTitle: 'Uw wachtwoord is vastgelegd',
  done: 'U kunt nu inloggen. Vraagt uw rol om meer zekerheid? Dan helpen wij u daarna met het instellen van een authenticator-app.',
  missingTitle: 'Deze link is niet compleet',
  missing:
    'Open de link uit de mail opnieuw, of kopieer het hele adres. Werkt het dan nog niet? Vraag de beheerder om een nieuwe link.',
  provider: 'Verder via uw organisatie',
  providerLead: 'Logt u in uw organisatie al ergens anders in? Dan hoeft u hier geen wachtwoord te kiezen.',
} as const;

/** What is said to whoever sets up an authenticator app. */
export const factorNl = {
  lead: 'Met een authenticator-app op uw telefoon weten wij zeker dat u het bent. Het instellen duurt drie minuten.',
  step1: 'Scan de code',
  step1Text:
    'Open een authenticator-app op uw telefoon, zoals de app die uw organisatie gebruikt. Kies daar "toevoegen" en scan dit vierkant.',
  qr: 'QR-code om in uw authenticator-app te scannen',
  byHand: 'Kunt u niet scannen? Typ dan deze sleutel over in de app:',
  step2: 'Vul de code in die de app toont',
  confirm: 'App in gebruik nemen',
  begin: 'Beginnen met instellen',
  codesTitle: 'Bewaar uw herstelcodes',
  codesText:
    'Bent u uw telefoon kwijt, dan logt u in met een van deze codes. Elke code werkt één keer. U ziet ze alleen nu: druk ze af of schrijf ze over, en bewaar ze op een veilige plek.',
  print: 'Afdrukken',
  saved: 'Ik heb de codes bewaard',
} as const;

/** What is said to whoever has to prove more than they did. */
export const proofNl = {
  title: 'Bevestig dat u het bent',
  done: 'U hebt het tweede bewijs al gegeven.',
  goOn: 'Verder',
  enrol: 'U hebt nog geen authenticator-app ingesteld. Dat duurt drie minuten.',
  provider: 'Uw organisatie bevestigt dan dat u het bent, bijvoorbeeld met een code op uw telefoon.',
  providerAction: 'Bevestigen via uw organisatie',
  or: 'Of met uw authenticator-app',
  none: 'U hebt nog geen authenticator-app. Die stelt u in via de link in uw uitnodiging. Vraag de beheerder om een nieuwe link.',
  back: 'Niet nu: terug naar de startpagina',
} as const;

/** What is said to whoever forgot their password. */
export const passwordResetNl = {
  title: 'Wachtwoord vergeten',
  lead: 'Vul uw inlognaam in. U krijgt dan een mail met een link. Daarmee kiest u een nieuw wachtwoord.',
  submit: 'Link aanvragen',
  doneTitle: 'Kijk in uw mail',
  done: 'Hoort deze inlognaam bij een account? Dan is er nu een mail onderweg. De link daarin werkt één uur. Wij zeggen nooit of een inlognaam bestaat.',
  nothing:
    'Krijgt u geen mail? Kijk bij ongewenste mail, of vraag de functioneel beheerder om een nieuwe link.',
  back: 'Terug naar inloggen',
} as const;

/** Why the way by the provider of the organisation came to nothing. */
export const refusalNl = {
  title: 'Inloggen is niet gelukt',
  why: {
    'account-of-another': 'U hebt bij deze organisatie al een ander account. Vraag de beheerder om hulp.',
    again: 'Het inloggen is niet afgemaakt, of het duurde te lang. Begin opnieuw.',
    cancelled: 'U hebt het inloggen afgebroken, of de inlogdienst van uw organisatie liet u niet toe.',
    'invitation-ended': 'Uw uitnodiging is al gebruikt of is te oud. Vraag de beheerder om een nieuwe.',
    'not-strong-enough':
      'De inlogdienst van uw organisatie heeft niet om een tweede bewijs gevraagd. Probeer het opnieuw, of gebruik de code van uw app.',
    'too-often': 'Er is te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het opnieuw.',
    unknown:
      'U bent herkend, maar u hebt hier geen account waarmee dit kan. Vraag de beheerder om een uitnodiging.',
    unproven:
      'De inlogdienst van uw organisatie gaf een antwoord dat niet klopt. Probeer het opnieuw. Lukt het dan nog niet? Vraag de beheerder om hulp.',
    unreachable:
      'De inlogdienst van uw organisatie antwoordt niet. Probeer het over een paar minuten opnieuw.',
  },
  back: 'Terug naar inloggen',
  proof: 'Bevestigen dat u het bent',
} as const;
