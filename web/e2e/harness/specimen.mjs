import { fileURLToPath } from 'node:url'
import { build } from 'vite'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** Builds e2e/specimen, in which every component stands, into `folder`. */
export async function buildSpecimen(folder) {
  await build({
    configFile: here('../../vite.config.ts'), root: here('../specimen'), publicDir: false, logLevel: 'warn',
    build: { outDir: folder, emptyOutDir: true, minify: false },
  })
}
