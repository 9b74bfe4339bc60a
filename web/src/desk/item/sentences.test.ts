import { expect, test } from 'vitest'
import { matchSentences, sentencesOf } from './sentences'

const draft = ['The patient has taken Soma since Sep 9, 2014.', 'No acute exacerbation is documented.', 'The request is for 60 tablets.'].map(
  (text) => ({ text, places: [], citations: [] }),
)

test('a text falls into sentences, and short forms end none', () => {
  expect(sentencesOf('Seen by Dr. Example on Aug 19. Takes 2.5 mg.  See p. 29 of it! Next.')).toEqual([
    'Seen by Dr. Example on Aug 19.', 'Takes 2.5 mg.', 'See p. 29 of it!', 'Next.',
  ])
  expect(sentencesOf('  ')).toEqual([])
})

test('a sentence keeps its marks while it is rewritten a little, moved, or others are put between', () => {
  const own = 'I disagree. No acute exacerbation is documented anywhere. The patient has taken Soma daily since Sep 9, 2014.'
  expect(matchSentences(own, draft).map(({ from }) => from)).toEqual([null, 1, 0])
})

test('a sentence of other words has none', () => {
  expect(matchSentences('Physical therapy was never tried.', draft)).toEqual([{ text: 'Physical therapy was never tried.', from: null }])
  expect(matchSentences('Words.', [])).toEqual([{ text: 'Words.', from: null }])
})
