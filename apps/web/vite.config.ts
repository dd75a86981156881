import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { parseGuide } from './src/help/parse-guide.js';

/** So that the server has nothing to compress: beside each script and style the same, zipped, when all is final. */
function zipped(): Plugin {
  return {
    name: 'weerbaar:zipped',
    apply: 'build',
    writeBundle({ dir }, bundle) {
      if (!dir) return;
      for (const name of Object.keys(bundle).filter((file) => /\.(?:js|css)$/.test(file))) {
        const file = join(dir, name);
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
      }
    },
  };
}

/** A page of the user guide as the data that the app shows, so that the browser reads no Markdown. */
function guide(): Plugin {
  return {
    name: 'weerbaar:guide',
    transform: {
      filter: { id: /\/docs\/gebruikersgids\/[^/]+\.md$/ },
      handler: (markdown, id) => ({
        code: `export default ${JSON.stringify(parseGuide(markdown, basename(id, '.md')))}`,
        moduleType: 'js',
        map: null,
      }),
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  resolve: { tsconfigPaths: true },
  plugins: [react(), guide(), zipped()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Named in docs/architecture.md.
    target: ['chrome126', 'edge126', 'firefox128', 'safari17.4'],
    // The content policy lets nothing in that is written into a page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    reportCompressedSize: false,
  },
  server: { proxy: { '/api': 'http://localhost:3000', '/published': 'http://localhost:3000' } },
});
