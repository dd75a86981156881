import type { DemoPerson } from './demo.js';
import type { Hands } from './hands.js';
import type { Visitor } from './visitor.js';

/** From an address that asks for it to the page that was wanted, with the code of whoever has an app. */
export async function signIn({ page }: Visitor, hands: Hands, person: DemoPerson): Promise<void> {
  await hands.fill(page.getByLabel('Inlognaam'), person.name);
  await hands.fill(page.getByLabel('Wachtwoord'), person.password);
  await hands.press(page.getByRole('button', { name: 'Inloggen', exact: true }));
  const code = person.code();
  if (!code) return;
  await hands.fill(page.getByLabel('Code uit de app'), code);
  await hands.press(page.getByRole('button', { name: 'Code bevestigen' }));
  await page.getByLabel('Code uit de app').waitFor({ state: 'detached' });
}
