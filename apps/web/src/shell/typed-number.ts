/** A number as people type it, `2500,50`; nothing where nothing was typed. */
export const typedNumber = (text: string): number | null =>
  text.trim() === '' ? null : Number(text.trim().replace(',', '.'));
