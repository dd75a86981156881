import { hasChromium } from './support/chromium.js';
import { DemoSite } from './support/demo-site.js';
import type { Visitor } from './support/visitor.js';

/**
 * For whoever has set up their device to be able to read: letters twice as large (WCAG 1.4.4), and few colours of
 * their own choice. Real: the whole product as `npm start` starts it, with the demo; Chromium.
 */

const year = new Date().getFullYear();
const paths = [
  '/',
  '/building-blocks',
  `/annual-cycles/${year}`,
  `/annual-cycles/${year}/actions`,
  `/annual-cycles/${year}/findings/new`,
  `/annual-cycles/${year}/documents`,
  '/organisation/persons',
  '/organisation/departments',
  '/account',
];

describe.runIf(hasChromium)('a page that is read in another way', () => {
  let site: DemoSite;
  let visitor: Visitor;

  beforeAll(async () => {
    site = await DemoSite.open();
  });

  afterAll(() => site?.close());

  afterEach(() => visitor.leave());

  async function openAll(each: (path: string) => Promise<void>): Promise<void> {
    const { page } = visitor;
    for (const path of paths) {
      await page.goto(path, { waitUntil: 'networkidle' });
      await page.getByRole('heading', { level: 1 }).waitFor();
      await each(path);
    }
  }

  it.each([1280, 390])('fits with letters twice as large, %i px wide', async (width) => {
    visitor = await site.visitor('adviseur', width);
    await openAll(async (path) => {
      await visitor.page.evaluate(`document.documentElement.style.fontSize = '200%'`);
      await visitor.look(`large-letters-${path.slice(1).replaceAll('/', '-') || 'start'}`);
      // What does not fit in its button or badge would be cut off.
      const cutOff = await visitor.page.evaluate<string[]>(
        `[...document.querySelectorAll('button, .ams-button, .tag, th, label')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1)
          // As cards a table keeps its heads for who hears it alone, and nothing is seen of them.
          .filter((one) => one.clientWidth > 1 && one.closest('thead')?.clientHeight !== 1)
          .map((one) => one.className + ': ' + one.textContent)`,
      );
      expect([path, cutOff]).toEqual([path, []]);
    });
  });

  it('tells apart without colours of its own what colour told apart', async () => {
    visitor = await site.visitor('adviseur', 1280);
    await visitor.page.emulateMedia({ forcedColors: 'active' });
    await openAll(async (path) => {
      const borderless = await visitor.page.evaluate<string[]>(
        `[...document.querySelectorAll('.ams-button, .tag, .card, .phase-number, .ams-text-input, select, .bar a.active')]
          .filter((one) => one.checkVisibility())
          .filter((one) => {
            const { borderTopStyle, borderBottomStyle } = getComputedStyle(one);
            return borderTopStyle === 'none' && borderBottomStyle === 'none';
          })
          .map((one) => one.className + ': ' + one.textContent)`,
      );
      expect([path, borderless]).toEqual([path, []]);
      await visitor.page.keyboard.press('Tab');
      const outline = await visitor.page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      expect([path, outline]).not.toEqual([path, 'none']);
    });
  });
});
