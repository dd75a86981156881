import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../browser/support/chromium.js';
import type { Bound } from './support/bound.js';
import type { Installation } from './support/installation.js';
import { inTurns } from './support/measure.js';
import type { Organisation } from './support/organisation.js';

/** Of what the browser traced, in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly args: { readonly name?: string };
}

/**
 * How long a page does not listen to a hand: its longest task in a browser, for the pages of the integrity system with
 * ten years of assessments. Against one year of them, which must make no difference; and against the same page when
 * it is no program but text.
 */
export async function pages(installation: Installation, smoke: boolean): Promise<readonly Bound[]> {
  const short = await installation.addOrganisation({ history: 0 });
  const long = await installation.addOrganisation({ history: 9 });
  const browser = await openChromium();
  try {
    const ofShort = await Reader.of(browser, installation, short);
    const ofLong = await Reader.of(browser, installation, long);
    const bounds: Bound[] = [];
    for (const what of ['the integrity system', 'a building block'] as const) {
      const [oneYear, tenYears] = await Promise.all([ofShort.pathOf(what), ofLong.pathOf(what)]);
      const rounds = smoke ? 2 : 12;
      const growth = await inTurns(
        rounds,
        () => ofLong.longestTaskAt(tenYears),
        () => ofShort.longestTaskAt(oneYear),
      );
      const text = await ofLong.textOf(tenYears);
      const program = await inTurns(
        rounds,
        () => ofLong.longestTaskAt(tenYears),
        () => ofLong.longestTaskOf(text),
      );
      bounds.push(
        {
          what: `longest task of ${what} with ten years of assessments, against one year`,
          measured: `${growth.first.toFixed(0)} ms, ${growth.second.toFixed(0)} ms`,
          value: growth.ratio,
          limit: { atMost: 1.25 },
        },
        {
          what: `longest task of ${what} with ten years of assessments, against the page as bare HTML`,
          measured: `${program.first.toFixed(0)} ms, ${program.second.toFixed(0)} ms`,
          value: program.ratio,
          limit: { atMost: 3 },
        },
      );
    }
    return bounds;
  } finally {
    await browser.close();
  }
}

/** The adviser of an organisation at a screen. */
class Reader {
  private constructor(
    private readonly browser: Browser,
    private readonly page: Page,
    private readonly address: string,
  ) {}

  static async of(browser: Browser, { port }: Installation, { host, cookie }: Organisation): Promise<Reader> {
    const address = `http://${host}:${port}`;
    const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 } });
    const [name = '', value = ''] = cookie.split('=');
    await context.addCookies([{ name, value, url: address }]);
    return new Reader(browser, await context.newPage(), address);
  }

  async pathOf(what: 'the integrity system' | 'a building block'): Promise<string> {
    const all = '/building-blocks';
    if (what === 'the integrity system') return all;
    await this.page.goto(all);
    return (await this.page.locator('.tile').first().getAttribute('href')) ?? all;
  }

  /** Milliseconds, from the first byte until nothing comes any more. */
  longestTaskAt(path: string): Promise<number> {
    return this.longestTask(() => this.page.goto(path, { waitUntil: 'networkidle' }));
  }

  longestTaskOf(html: string): Promise<number> {
    return this.longestTask(() => this.page.setContent(html, { waitUntil: 'networkidle' }));
  }

  /** What stands on a page in the end, with its styles and without its programs. */
  async textOf(path: string): Promise<string> {
    await this.page.goto(path, { waitUntil: 'networkidle' });
    return this.page.evaluate<string>(`{
      const whole = document.documentElement.cloneNode(true);
      for (const one of whole.querySelectorAll('script, link:not([rel=stylesheet])')) one.remove();
      const base = document.createElement('base');
      base.href = ${JSON.stringify(this.address)};
      whole.querySelector('head').prepend(base);
      '<!doctype html>' + whole.outerHTML;
    }`);
  }

  private async longestTask(work: () => Promise<unknown>): Promise<number> {
    await this.page.goto('about:blank');
    await this.browser.startTracing(this.page, {
      categories: ['-*', 'disabled-by-default-devtools.timeline', '__metadata'],
    });
    await work();
    const trace = await this.browser.stopTracing();
    const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
    const threads = traceEvents.filter(
      ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain',
    );
    const durations = traceEvents
      .filter(
        ({ name, pid, tid }) =>
          name === 'RunTask' && threads.some((one) => one.pid === pid && one.tid === tid),
      )
      .map(({ dur = 0 }) => dur / 1_000);
    if (durations.length === 0) throw new Error('the browser traced no task');
    return Math.max(...durations);
  }
}
