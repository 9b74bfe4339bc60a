import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { pdfFonts } from './tools/pdf-fonts.ts'
import { precompress } from './tools/precompress.ts'
import { preloadMain } from './tools/preload-main.ts'
import { pureComponents } from './tools/pure-components.ts'

const libraries = /node_modules\/(?:react|react-dom|scheduler|react-router|react-router-dom|@remix-run\/router|@tanstack\/[\w-]+)\//
const early = /\/src\/(?:api\/early|session\/(?:roles|trace)|words\/en\/shell)\.ts$|vite\/preload-helper/
const everywhere = /\/src\/(?:(?:address|api|session|shell)\/|components\/(?!chart)|words\/en\/common|case\/addresses)|node_modules\/(?:@trussworks|focus-trap|tabbable)/

const forms = /\/src\/(?:case\/form\/|case\/aside\/section|upload\/)/

// What every page needs comes in two files; what boot.ts needs, to send for them, in one before. Else each part that two pages
// share would be a request of its own.
function chunkOf(id: string): string | undefined {
  if (libraries.test(id)) return 'libraries'
  if (early.test(id)) return 'early'
  if (forms.test(id)) return 'forms'
  return everywhere.test(id) ? 'application' : undefined
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env['OPENIMR_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: here('.'),
  plugins: [react(), pureComponents(), pdfFonts(), preloadMain(), precompress()],
  resolve: { alias: { '@words': here('./src/words/en'), '@uswds-img': here('./node_modules/@uswds/uswds/dist/img') } },
  css: {
    preprocessorOptions: {
      scss: { loadPaths: [here('./node_modules/@uswds/uswds/packages')], quietDeps: true, silenceDeprecations: ['if-function'] },
    },
  },
  build: {
    outDir: process.env['OPENIMR_WEB_OUT'] ?? here('../build/web'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      // The barrel of react-uswds: what is not imported leaves with what it would have brought along.
      output: { manualChunks: chunkOf },
      treeshake: { moduleSideEffects: (id) => !/react-uswds|focus-trap/.test(id) },
    },
  },
  server: { proxy: { '/api': server, '/health': server } },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tools/**/*.test.ts'] },
})
