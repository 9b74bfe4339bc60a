import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { pdfFonts } from './tools/pdf-fonts.ts'
import { precompress } from './tools/precompress.ts'
import { pureComponents } from './tools/pure-components.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const server = process.env['OPENIMR_SERVER'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: here('.'),
  plugins: [react(), pureComponents(), pdfFonts(), precompress()],
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
      treeshake: { moduleSideEffects: (id) => !/react-uswds|focus-trap/.test(id) },
    },
  },
  server: { proxy: { '/api': server, '/health': server } },
  test: { include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'tools/**/*.test.ts'] },
})
