import { execFileSync } from 'node:child_process';
import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { Installation } from '../../standalone/support/installation.js';
import { openChromium } from './chromium.js';
import { type DemoPerson, demoPerson } from './demo.js';
import { pointing } from './hands.js';
import { signIn } from './sign-in.js';
import { Visitor } from './visitor.js';

type Session = Awaited<ReturnType<Visitor['context']['storageState']>>;

/** The whole product as `npm start` starts it, with the demo, and a browser before it. */
export class DemoSite {
  /** A code works once, and the next one comes after half a minute: everybody signs in once. */
  private readonly sessions = new Map<string, Session>();

  private constructor(
    private readonly installation: Installation,
    private readonly browser: Browser,
    private readonly output: string,
  ) {}

  static async open(): Promise<DemoSite> {
    const installation = await Installation.prepare();
    try {
      // With the owners of the files, of whom PostgreSQL is one.
      execFileSync('cp', ['-a', `${inject('demoFolder')}/.`, installation.folder]);
      const { output } = await installation.start();
      return new DemoSite(installation, await openChromium(), output);
    } catch (error) {
      await installation.end();
      installation.remove();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.installation.end();
    this.installation.remove();
  }

  get address(): string {
    return this.installation.address;
  }

  get folder(): string {
    return this.installation.folder;
  }

  /** @param name with which they sign in. */
  person(name: string): DemoPerson {
    return demoPerson(this.output, name);
  }

  /** Somebody of whom nothing is known yet. */
  stranger(width: number): Promise<Visitor> {
    return Visitor.arrive(this.browser, this.address, width);
  }

  /** Somebody who is signed in: at the start page the first time, at no page later. */
  async visitor(name: string, width = 1280): Promise<Visitor> {
    const visitor = await this.stranger(width);
    const session = this.sessions.get(name);
    if (session) {
      await visitor.context.addCookies(session.cookies);
      return visitor;
    }
    await this.signIn(visitor, name);
    this.sessions.set(name, await visitor.context.storageState());
    return visitor;
  }

  /** Once more, with a session of its own. */
  async signIn(visitor: Visitor, name: string): Promise<void> {
    await visitor.page.goto('/sign-in');
    await signIn(visitor, pointing, this.person(name));
    await visitor.page.getByRole('heading', { name: 'Wat wacht op u' }).waitFor();
  }
}
