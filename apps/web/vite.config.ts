import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

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

export default defineConfig({
  root: import.meta.dirname,
  resolve: { tsconfigPaths: true },
  plugins: [react(), zipped()],
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
