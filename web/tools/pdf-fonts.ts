import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const source = fileURLToPath(new URL('../node_modules/pdfjs-dist/standard_fonts/', import.meta.url))

/** The fourteen fonts that a PDF may use without bringing them, for PDF.js; fetched only when a record needs one. */
export function pdfFonts(): Plugin {
  return {
    name: 'openimr-pdf-fonts',
    apply: 'build',
    async buildStart() {
      for (const name of await readdir(source)) {
        this.emitFile({ type: 'asset', fileName: `assets/pdf-fonts/${name}`, source: await readFile(source + name) })
      }
    },
  }
}
