import type { Plugin } from 'vite'

const icons = /^(\w+)\.AccessibilityNew = [^;]*;\s*let (\w+) = \1;/m
const component = /\b(?:forwardRef|memo|createContext) as (\w+)/g

/**
 * Marks the components and icons of react-uswds as free of side effects. It comes as one file that Rollup must keep nearly
 * whole, since it cannot know that forwardRef() does nothing: a button alone would bring 150 KB.
 */
export function pureComponents(): Plugin {
  return {
    name: 'openimr-pure-components',
    enforce: 'pre',
    transform(code, id) {
      if (!/react-uswds\/lib\/index\.js/.test(id)) return null
      return { code: markPure(code), map: null }
    },
  }
}

export function markPure(code: string): string {
  const names = [...code.matchAll(component)].map(([, name]) => name).join('|')
  const pure = names ? code.replace(new RegExp(`(=\\s*)((?:${names})\\()`, 'g'), '$1/* @__PURE__ */ $2') : code
  return pure.replace(icons, (all: string, icon: string, name: string) => {
    const filled = all.slice(0, all.lastIndexOf('let '))
    return `let ${name} = /* @__PURE__ */ (() => { ${filled} return ${icon}; })();`
  })
}
