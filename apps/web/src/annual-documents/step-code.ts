const longest = 50;

/**
 * The code of a new step, by which it is known whatever it is called later: the words of its name, in the letters
 * that a code may have.
 * @param taken codes of the other steps: a second one of the same name ends in a letter of its own.
 */
export function stepCode(name: string, taken: readonly string[]): string {
  const words = name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/\p{Mark}/gu, '')
    .split(/[^a-z]+/)
    .filter(Boolean)
    .join('-');
  const code = (words || 'step').slice(0, longest - 2).replace(/-$/, '');
  const endings = ['', ...[...'bcdefghijklmnopqrstuvwxyz'].map((letter) => `-${letter}`)];
  return endings.map((ending) => code + ending).find((one) => !taken.includes(one)) ?? code;
}
