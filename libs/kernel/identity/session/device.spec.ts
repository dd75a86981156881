import * as fc from 'fast-check';
import { deviceOf } from './device.js';

const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const mac = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)';
const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

describe('the device of a session', () => {
  it.each([
    [`${windows} Gecko/20100101 Firefox/145.0`.replace('x64)', 'x64; rv:145.0)'), 'Firefox, Windows'],
    [`${windows} ${chrome}`, 'Chrome, Windows'],
    [`${windows} ${chrome} Edg/141.0.0.0`, 'Edge, Windows'],
    [`${mac} ${chrome}`, 'Chrome, macOS'],
    [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15`, 'Safari, macOS'],
    [`Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, 'Chrome, Linux'],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${chrome}`, 'Chrome, ChromeOS'],
    [
      `Mozilla/5.0 (Linux; Android 16; SM-S921B) ${chrome.replace('Chrome/', 'SamsungBrowser/29.0 Chrome/')}`,
      'Samsung Internet, Android',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
      'Safari, iOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1',
      'Chrome, iOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/145.0 Mobile/15E148 Safari/605.1.15',
      'Firefox, iOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) EdgiOS/141.0 Version/26.0 Mobile/15E148 Safari/604.1',
      'Edge, iOS',
    ],
    ['curl/8.14.1', ''],
    ['', ''],
  ])('%s is %j', (userAgent, device) => {
    expect(deviceOf(userAgent)).toBe(device);
  });

  it('is empty for who does not tell', () => {
    expect(deviceOf(undefined)).toBe('');
  });

  it('is two words of ours, whatever is sent: no version, no text of somebody else', () => {
    const one = (words: string) => `(${words})`;
    const form = new RegExp(
      `^${one('|Edge|Firefox|Samsung Internet|Chrome|Safari')}(, )?${one('|iOS|Android|Windows|macOS|ChromeOS|Linux')}$`,
    );
    const parts = fc.constantFrom(
      'Edg/1',
      'Firefox/<script>',
      'Chrome/141.0.7390.54',
      'Safari/',
      'iPad',
      'Windows',
      'X',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(parts).map((words) => words.join(' ')),
        ),
        (userAgent) => {
          expect(deviceOf(userAgent)).toMatch(form);
        },
      ),
    );
  });
});
