import type { Plugin, Rollup } from 'vite'

const isEntry = (each: Rollup.OutputBundle[string] | undefined) => each?.type === 'chunk' && each.isEntry

/** Names the application's own file and its style in the head of the page, so that they are on the way before boot.ts runs. */
export function preloadMain(): Plugin {
  return {
    name: 'openimr-preload-main',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {}, chunk }) => {
        if (!chunk?.moduleIds.some((id) => id.endsWith('/src/boot.ts'))) return [] // a page of its own, as the tests have
        const main = Object.values(bundle).find((each) => each.type === 'chunk' && each.facadeModuleId?.endsWith('/src/main.tsx'))
        if (main?.type !== 'chunk') throw new Error('the build has no file of main.tsx')
        const files = [main.fileName, ...main.imports]
        const styles = files.flatMap((file) => {
          const each = bundle[file]
          return each?.type === 'chunk' && !isEntry(each) ? [...(each.viteMetadata?.importedCss ?? [])] : []
        })
        return [
          ...files.filter((file) => !isEntry(bundle[file]) && !html.includes(file)).map((file) => ({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const })),
          ...styles.filter((file) => !html.includes(file)).map((file) => ({ tag: 'link', attrs: { rel: 'stylesheet', crossorigin: true, href: `/${file}` }, injectTo: 'head' as const })),
        ]
      },
    },
  }
}
