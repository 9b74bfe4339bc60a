import { expect, test } from 'vitest'
import { columnsOf, type Criterion, inForce, predecessor, type Section, titleOf } from './compare'

const criterion = (id: string, says: string, more: Partial<Criterion> = {}): Criterion =>
  ({ id, says, kind: 'required', standing: 'confirmed', source: 'invented', soft: false, ...more })
const section = (guideline: string, from: string, until: string | null, criteria: Criterion[] = []): Section =>
  ({ guideline, edition: `${guideline} ${from}`, title: 'Invented', from, until, pages: null, position: null, applies_to: [], criteria })

const first = section('MTUS Pain', '2009-07-18', '2016-07-28', [
  criterion('short', 'used for two weeks'), criterion('flare', 'given for a flare-up'), criterion('spasm', 'given for spasm'),
])
const second = section('MTUS Pain', '2016-07-28', '2017-12-01', [
  criterion('short', 'used for three weeks'), criterion('spasm-found', 'Given for spasm.'), criterion('plan', 'with a plan'),
])
const other = section('ODG Pain', '2009-07-18', null, [criterion('flare', 'given for an acute flare-up')])

test('rows hold what is about one point, by id, else by text; changes are told against the edition before', () => {
  const columns = columnsOf([second, other, first])
  expect(columns.map(({ section: { edition } }) => edition)).toEqual([first, second, other].map(({ edition }) => edition))
  const table = columns.map(({ cells }) => cells.map((cell) => `${cell.what} ${'criterion' in cell ? cell.criterion.id : ''}`.trim()))
  expect(table).toEqual([
    ['same short', 'same flare', 'same spasm', 'absent'],
    ['changed short', 'dropped', 'same spasm-found', 'new plan'],
    ['absent', 'same flare', 'absent', 'absent'],
  ])
})

test('a changed kind is a change, though the words are the same', () => {
  const later = { ...second, criteria: [criterion('short', 'used for two weeks', { kind: 'limit' })] }
  expect(columnsOf([first, later])[1]!.cells[0]!.what).toBe('changed')
})

test('a section follows the last that had ended, of its own guideline before others', () => {
  expect(predecessor(second, [first, other, second])).toBe(first)
  expect(predecessor(other, [first, other, second])).toBeNull()
  const odgOld = section('ODG Pain', '2010-01-01', '2016-07-28')
  expect(predecessor(second, [odgOld, first, second])).toBe(first)
  const third = section('MTUS Pain', '2017-12-01', null)
  expect(predecessor(third, [first, second, third])).toBe(second)
})

test('two criteria of one section never share a row', () => {
  const twice = section('MTUS Pain', '2016-07-28', null, [criterion('spasm', 'a'), criterion('b', 'given for spasm')])
  for (const { cells } of columnsOf([first, twice])) expect(cells.length).toBe(4)
})

test('a topic is called as most sections call it, else as the newest does', () => {
  const named = (title: string, from: string) => ({ ...section('MTUS Pain', from, null), title })
  expect(titleOf([named('Soma', '2009-01-01'), named('Soma', '2010-01-01'), named('Relaxants', '2017-01-01')])).toBe('Soma')
  expect(titleOf([named('Soma', '2009-01-01'), named('Relaxants', '2017-01-01')])).toBe('Relaxants')
  expect(titleOf([])).toBeUndefined()
})

test('in force: from is in, until is out', () => {
  const cases: [string, boolean][] = [['2009-07-17', false], ['2009-07-18', true], ['2016-07-27', true], ['2016-07-28', false]]
  for (const [on, is] of cases) expect(inForce(first, on), on).toBe(is)
  expect(inForce(other, '2030-01-01')).toBe(true)
})
