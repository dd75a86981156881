import { spawnSync } from 'node:child_process';
import type { Page } from 'playwright-core';

/** The machine may have none; that of the CI has. */
export const hasTextReader = spawnSync('pdftotext', ['-v']).error === undefined;

/** What a person reads in the first PDF that a page leads to. */
export async function textOfPdf(page: Page): Promise<string> {
  const address = await page
    .getByRole('link', { name: /^PDF \(/ })
    .first()
    .getAttribute('href');
  const pdf = await (await page.request.get(address ?? '')).body();
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const { stdout } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf });
  return stdout.toString('utf8').replaceAll('\u200b', '').replaceAll(/\s+/g, ' ');
}
