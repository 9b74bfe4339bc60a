import { expect, test } from 'vitest'
import { valuesOf } from './facet-values'

const values = [{ value: 'carisoprodol', letters: 9 }, { value: 'hydrocodone', letters: 4 }, { value: 'tramadol', letters: 2 }]

test('chosen values come first, and stay where nothing has them', () => {
  const where = [{ field: 'drug', value: 'tramadol' }, { field: 'drug', value: 'aspirin' }, { field: 'year', value: 'carisoprodol' }]
  expect(valuesOf('drug', values, where)).toEqual([
    { value: 'tramadol', letters: 2, chosen: true },
    { value: 'aspirin', letters: 0, chosen: true },
    { value: 'carisoprodol', letters: 9, chosen: false },
    { value: 'hydrocodone', letters: 4, chosen: false },
  ])
})
