/** What stands around the guide, in Dutch. */
export const helpNl = {
  title: 'Hulp',
  open: 'Hulp bij deze pagina',
  close: 'Hulp sluiten',
  all: 'Alle onderwerpen',
  search: 'Zoek in de hulp',
  found_one: '{{count}} plek gevonden',
  found_other: '{{count}} plekken gevonden',
  foundMore: 'Meer dan {{count}} plekken gevonden. U ziet de beste {{count}}.',
  noneFound: 'Niets gevonden. Probeer een ander woord, of wis wat u hebt getypt en kies een onderwerp.',
  inDutch: 'De hulp is in het Nederlands.',
} as const;
