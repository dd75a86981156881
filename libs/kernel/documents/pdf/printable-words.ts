const vowels = 'aeiouyàáâäèéêëìíîïòóôöùúûü';
/** So many vowels or consonants in a row occur in no word that hyphenation knows. */
const unlikeAWord = new RegExp(`[${vowels}]{6}|[^${vowels}]{8}`, 'iu');
/** The marks around a word. The look back keeps a long row of them from being tried from every place in it. */
const marksAround = /^[("'„“‘]+|(?<![.,;:!?)"'”’])[.,;:!?)"'”’]+$/gu;
const longestHyphenatable = 45;
const breakHere = '\u200b';

/**
 * Gives long codes, addresses and strings without spaces places to break, so that they stay inside their column.
 * Ordinary long words keep their own hyphenation.
 */
export function withBreaks(text: string, longestPiece: number): string {
  if (text.length <= longestPiece) return text;
  return text.replace(/\S+/gu, (word) =>
    needsBreaks(word, longestPiece) ? breakWord(word, longestPiece) : word,
  );
}

function needsBreaks(word: string, longestPiece: number): boolean {
  if (word.length <= longestPiece) return false;
  const letters = word.replace(marksAround, '');
  const parts = letters.split('-');
  return !parts.every(isHyphenatable);
}

function isHyphenatable(part: string): boolean {
  return part.length <= longestHyphenatable && /^\p{Letter}*$/u.test(part) && !unlikeAWord.test(part);
}

function breakWord(word: string, longestPiece: number): string {
  const pieces = word.match(/[^/@._&?=-]+[/@._&?=-]*|[/@._&?=-]+/gu) ?? [];
  return pieces.map((piece) => chunks(piece, longestPiece).join(breakHere)).join(breakHere);
}

function chunks(piece: string, size: number): string[] {
  const characters = [...piece];
  const parts: string[] = [];
  for (let start = 0; start < characters.length; start += size)
    parts.push(characters.slice(start, start + size).join(''));
  return parts;
}
