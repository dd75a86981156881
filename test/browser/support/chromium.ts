import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Debian's, or the one that is named. */
const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser'];
const found = places.find((place) => place !== undefined && existsSync(place));

/** CI must have a browser; elsewhere these tests say that they were left out. */
if (!found && process.env['CI']) throw new Error('The browser tests need Chromium: apt-get install chromium');
if (!found) process.stderr.write('Browser tests are left out: no Chromium (apt-get install chromium).\n');

export const hasChromium = found !== undefined;

export function openChromium(): Promise<Browser> {
  // Without its own sandbox, because it runs as root in a container; it sees nothing but our own pages.
  return chromium.launch({ executablePath: found, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
