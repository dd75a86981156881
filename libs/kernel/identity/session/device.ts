/** In order: what builds on another names that other as well. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bChrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b|\biPad\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** Enough for people to know their own browser by, and not to tell one person's from another's: no versions. */
export function deviceOf(userAgent: string | undefined): string {
  const found = [browsers, systems].flatMap((kinds) => {
    const kind = kinds.find(([pattern]) => pattern.test((userAgent ?? '').slice(0, 500)));
    return kind ? [kind[1]] : [];
  });
  return found.join(', ');
}
