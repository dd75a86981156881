import type { Locator, Page } from 'playwright-core';

/** By what somebody uses a page. The steps of a test are the same for all. */
export interface Hands {
  press(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
  /** @param option as it is read in the list. */
  choose(target: Locator, option: string): Promise<void>;
}

/** A mouse or a finger, and a keyboard to write with. */
export const pointing: Hands = {
  press: (target) => target.click(),
  fill: (target, text) => target.fill(text),
  choose: async (target, option) => void (await target.selectOption({ label: option })),
};

/** A keyboard alone: what can't be reached with Tab, or done with Enter, Space and arrows, fails. */
export const typing: Hands = {
  async press(target) {
    await reach(target);
    const isBox = await target.evaluate((element) => element.matches('input[type=checkbox]'));
    await target.page().keyboard.press(isBox ? 'Space' : 'Enter');
  },

  async fill(target, text) {
    await reach(target);
    await target.page().keyboard.type(text);
  },

  async choose(target, option) {
    await reach(target);
    const { keyboard } = target.page();
    await keyboard.press('Home');
    for (let tries = 0; (await chosen(target)) !== option; tries += 1) {
      if (tries > 200) throw new Error(`no option "${option}" to be reached with arrows`);
      await keyboard.press('ArrowDown');
    }
  },
};

const chosen = (select: Locator): Promise<string> =>
  select.evaluate((element: { selectedOptions?: ArrayLike<{ text: string }> }) =>
    String(element.selectedOptions?.[0]?.text),
  );

/** Goes on with Tab until the target has the focus, once around the page at most. */
async function reach(target: Locator): Promise<void> {
  await target.waitFor();
  const { keyboard } = target.page();
  for (let stops = 0; !(await hasFocus(target)); stops += 1) {
    if (stops > 300) throw new Error(`no way to ${String(target)} with Tab`);
    await keyboard.press('Tab');
  }
  await requireVisible(target.page());
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === element.ownerDocument.activeElement);

/** Somebody without a mouse has to see where they are. */
async function requireVisible(page: Page): Promise<void> {
  const isSeen = await page.evaluate<boolean>(
    `(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none')(getComputedStyle(document.activeElement))`,
  );
  expect(isSeen, 'what has the focus is seen to have it').toBe(true);
}
