import { expect, test } from 'vitest'
import { accepted } from './accepted'

const file = (name: string, size = 5) => {
  const made = new File(['x'], name, { lastModified: 1 })
  Object.defineProperty(made, 'size', { value: size })
  return made
}

test('what is empty, too large or too much is named, and a file counts once', () => {
  const { kept, refusals } = accepted([file('a.pdf')], [file('a.pdf'), file('b.pdf', 0), file('c.pdf', (512 << 20) + 1), file('d.pdf')])
  expect(kept.map(({ name }) => name)).toEqual(['a.pdf', 'd.pdf'])
  expect(refusals).toEqual([{ name: 'b.pdf', why: 'empty' }, { name: 'c.pdf', why: 'large' }])
})

test('fifty files at once are the most', () => {
  const many = Array.from({ length: 52 }, (_, at) => file(`${at}.pdf`))
  const { kept, refusals } = accepted([], many)
  expect(kept.length).toBe(50)
  expect(refusals.map(({ why }) => why)).toEqual(['many', 'many'])
})
