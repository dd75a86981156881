/**
 * Whether this could be a citizen service number (BSN): eight or nine digits that pass the "elfproef".
 * About one in eleven other numbers of that length does too.
 */
export function couldBeCitizenServiceNumber(text: string): boolean {
  if (!/^\d{8,9}$/.test(text)) return false;
  const digits = [...text.padStart(9, '0')].map(Number);
  const sum = digits.reduce((total, digit, place) => total + digit * (place === 8 ? -1 : 9 - place), 0);
  return sum % 11 === 0;
}
