import type { Localised } from '@weerbaar/core/figures';

/**
 * Everything that can go wrong for a caller: slug -> status and title. An unknown slug does not compile.
 * The title says what happened; the detail, where given, what somebody can do about it.
 */
export const problemTypes = {
  'invalid-input': {
    status: 400,
    title: { nl: 'De gegevens kloppen niet', en: 'The input is not right' },
  },
  'malformed-request': {
    status: 400,
    title: { nl: 'Het verzoek is niet te lezen', en: 'The request could not be read' },
  },
  'not-signed-in': {
    status: 401,
    title: { nl: 'U bent niet ingelogd', en: 'You are not signed in' },
  },
  'sign-in-failed': {
    status: 401,
    title: { nl: 'Inloggen is niet gelukt', en: 'Signing in did not succeed' },
  },
  'not-permitted': {
    status: 403,
    title: { nl: 'U mag dit niet doen', en: 'You may not do this' },
  },
  'step-up-needed': {
    status: 403,
    title: { nl: 'Bevestig eerst dat u het bent', en: 'First confirm that it is you' },
  },
  'not-found': {
    status: 404,
    title: { nl: 'Niet gevonden', en: 'Not found' },
  },
  'unknown-host': {
    status: 404,
    title: { nl: 'Dit adres hoort bij geen organisatie', en: 'This address belongs to no organisation' },
  },
  'method-not-allowed': {
    status: 405,
    title: { nl: 'Dit kan niet op dit adres', en: 'This can not be done at this address' },
  },
  'too-slow': {
    status: 408,
    title: { nl: 'Het verzoek kwam te langzaam binnen', en: 'The request came in too slowly' },
  },
  conflict: {
    status: 409,
    title: { nl: 'Dit past niet bij de stand van zaken', en: 'This does not fit the current state' },
  },
  'version-conflict': {
    status: 412,
    title: {
      nl: 'Iemand anders heeft dit intussen gewijzigd',
      en: 'Somebody else changed this in the meantime',
    },
  },
  'too-large': {
    status: 413,
    title: { nl: 'Dit is te groot', en: 'This is too large' },
  },
  'unsupported-media-type': {
    status: 415,
    title: { nl: 'Dit soort bestand kan niet', en: 'This kind of file is not accepted' },
  },
  'not-typesettable': {
    status: 422,
    title: { nl: 'Van dit document kan geen pdf worden gemaakt', en: 'No PDF can be made of this document' },
  },
  'version-required': {
    status: 428,
    title: { nl: 'Geef aan welke versie u hebt gezien', en: 'State which version you have seen' },
  },
  'too-many-requests': {
    status: 429,
    title: { nl: 'Te veel pogingen, wacht even', en: 'Too many attempts, please wait' },
  },
  'headers-too-large': {
    status: 431,
    title: {
      nl: 'De kopregels van het verzoek zijn te groot',
      en: 'The headers of the request are too large',
    },
  },
  'unexpected-error': {
    status: 500,
    title: { nl: 'Er ging iets mis bij ons', en: 'Something went wrong on our side' },
  },
  'mail-refused': {
    status: 502,
    title: { nl: 'De mailserver neemt deze mail niet aan', en: 'The mail server does not take this mail' },
  },
  'mail-delayed': {
    status: 503,
    title: { nl: 'De mail kan nu niet weg', en: 'The mail can not leave now' },
  },
  'provider-unreachable': {
    status: 503,
    title: {
      nl: 'De inlogdienst van uw organisatie antwoordt niet',
      en: 'The identity provider of your organisation does not answer',
    },
  },
  'not-ready': {
    status: 503,
    title: { nl: 'Weerbaar is nog niet klaar', en: 'Weerbaar is not ready yet' },
  },
} as const satisfies Record<string, { readonly status: number; readonly title: Localised }>;

export type ProblemType = keyof typeof problemTypes;
