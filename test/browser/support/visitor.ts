import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const folder = resolve(import.meta.dirname, '../../../screenshots');
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Somebody at a screen, and all that goes wrong on it. */
export class Visitor {
  /** Faults of scripts, refusals by the content policy, and requests to somebody else. */
  readonly faults: string[] = [];

  private readonly others: string[] = [];

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly address: string,
    private readonly width: number,
  ) {}

  static async arrive(browser: Browser, address: string, width: number): Promise<Visitor> {
    const context = await browser.newContext({
      baseURL: address,
      locale: 'nl-NL',
      reducedMotion: 'reduce',
      viewport: { width, height: 900 },
    });
    const visitor = new Visitor(await context.newPage(), context, address, width);
    await visitor.watch();
    return visitor;
  }

  /** Shows that a page is in order: accessible, as wide as the screen, and what it looks like is kept. */
  async look(name: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1 }).first().waitFor();
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}-${this.width}.png`), fullPage: true });
    await this.page.evaluate(axe);
    const violations = await this.page.evaluate<Violation[]>(
      `axe.run(document, { runOnly: ${JSON.stringify(standards)} }).then(({ violations }) => violations)`,
    );
    expect(violations.map(({ id, nodes }) => `${name}: ${id} ${nodes[0]?.html}`)).toEqual([]);
    const tooWide = await this.page.evaluate<number>(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    expect(tooWide, `${name} scrolls sideways`).toBe(0);
    expect(this.faults).toEqual([]);
  }

  /** What is left behind on the device. */
  async traces(): Promise<{ readonly cookies: number; readonly stored: number }> {
    const cookies = await this.context.cookies();
    const stored = await this.page.evaluate<number>('localStorage.length + sessionStorage.length');
    return { cookies: cookies.length, stored };
  }

  /** It is no fault to go there too. */
  mayAsk(address: string): void {
    this.others.push(address);
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  private async watch(): Promise<void> {
    this.page.on('pageerror', (error) => this.faults.push(error.message));
    this.page.on('request', (request) => {
      const url = request.url();
      // The viewer of PDFs is a page of the browser itself.
      const isOfBrowser = /^(?:data|chrome|chrome-extension):/.test(url);
      const isKnown = [this.address, ...this.others].some((known) => url.startsWith(known));
      if (!isKnown && !isOfBrowser) this.faults.push(`asked elsewhere: ${url}`);
    });
    await this.page.exposeFunction('reportRefusal', (refusal: string) => this.faults.push(refusal));
    await this.page.addInitScript(
      `addEventListener('securitypolicyviolation', (event) =>
        reportRefusal('content policy: ' + event.violatedDirective + ' ' + event.blockedURI));`,
    );
  }
}
