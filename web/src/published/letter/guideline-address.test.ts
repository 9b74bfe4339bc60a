import { expect, test } from 'vitest'
import { guidelineAddress, topicOf } from './guideline-address'

test('the topic of a section is what stands before its details', () => {
  expect(['Carisoprodol (Soma)', 'Opioids, criteria for use', 'Muscle relaxants', 'H', '(see below)'].map(topicOf)).toEqual(['Carisoprodol', 'Opioids', 'Muscle relaxants', 'H', '(see below)'])
  expect(guidelineAddress('NSAIDs & <b>')).toBe('/guidelines?q=NSAIDs+%26+%3Cb%3E')
})
