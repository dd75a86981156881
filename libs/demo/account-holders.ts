/** Sign-in names of the demo accounts, and whose they are: the key of a person in the content. */
export const accountHolders: Readonly<Record<string, string>> = {
  beheerder: 'anouk-meertens',
  adviseur: 'karim-haddou',
  secretaris: 'annelies-verhoeven',
  medewerker: 'youssef-benali-vos',
  leidinggevende: 'naomi-pinas',
  vertrouwenspersoon: 'fatma-yildirim',
  ondernemingsraad: 'hamza-el-idrissi',
  auditor: 'ottilie-kranenburg',
};
