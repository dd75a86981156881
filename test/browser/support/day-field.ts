import type { Page } from 'playwright-core';

const partsOf = (page: Page, question: string) => {
  const group = page.getByRole('group', { name: question });
  return ['Dag', 'Maand', 'Jaar'].map((part) => group.getByLabel(part, { exact: true }));
};

/** Types a day, `2026-02-01`, part by part. */
export async function fillDay(page: Page, question: string, day: string): Promise<void> {
  const typed = day.split('-').toReversed();
  for (const [index, part] of partsOf(page, question).entries()) await part.fill(typed[index] ?? '');
}

/** The day that stands there, `2026-02-01`. */
export async function filledDay(page: Page, question: string): Promise<string> {
  const typed = await Promise.all(partsOf(page, question).map((part) => part.inputValue()));
  return typed
    .toReversed()
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
