import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The typeface of every document. */
export const documentFontFamily = 'Source Sans 3';

const sourceSans = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'));
const dejaVu = dirname(require.resolve('dejavu-fonts-ttf/package.json'));

function sourceSansFile(style: string): string {
  return join(sourceSans, style, `SourceSans3_${style}.ttf`);
}

function dejaVuFile(name: string): string {
  return join(dejaVu, 'ttf', `${name}.ttf`);
}

/**
 * Files of the typeface, and of the one that fills in for scripts it does not have (Arabic, Hebrew, symbols).
 * They come with the product, so that a document does not depend on what a machine has installed.
 */
export const documentFontFiles: readonly string[] = [
  ...['400Regular', '400Regular_Italic', '600SemiBold', '700Bold', '700Bold_Italic'].map(sourceSansFile),
  ...['DejaVuSans', 'DejaVuSans-Bold', 'DejaVuSans-Oblique'].map(dejaVuFile),
];

/** The few of them that charts use. */
export const pictureFontFiles: readonly string[] = [
  ...['400Regular', '600SemiBold', '700Bold'].map(sourceSansFile),
  dejaVuFile('DejaVuSans'),
];

/** The typeface for a browser, in all weights: for Latin script, so that it stays small. */
export const webFontFile =
  require.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2');

/** The rule that gives the typeface to a page that carries it inside. */
export const webFontFace = `@font-face{font-family:'${documentFontFamily}';font-weight:200 900;src:url(data:font/woff2;base64,${readFileSync(webFontFile, 'base64')}) format('woff2')}`;
