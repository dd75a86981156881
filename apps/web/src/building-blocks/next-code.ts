const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const endings = [...letters, ...letters.flatMap((first) => letters.map((second) => first + second))];

/** The first number of a theme that comes after all that are taken: a gap belongs to a block that has ended. */
export function nextCode(theme: string, taken: readonly string[]): string {
  const last = Math.max(
    -1,
    ...taken.flatMap((code) => (code.startsWith(theme) ? [endings.indexOf(code.slice(1))] : [])),
  );
  return theme + (endings[last + 1] ?? '');
}
