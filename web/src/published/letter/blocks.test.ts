import { expect, test } from 'vitest'
import { blocksOf } from './blocks'

test('lines broken by the page are joined, headings and short lines stay', () => {
  const text = [
    'CLINICAL CASE SUMMARY', '', 'The injured worker is a 63 year old female, who sustained an industrial injury on that day and', 'was treated with rest.', '',
    'State(s) of Licensure: California', 'Certification(s)/Specialty: Pain Medicine', '', 'She takes MS Contin 15 mg and hydrocodone-', 'APAP 10-325 mg.',
  ].join('\n')
  expect(blocksOf(text)).toEqual([
    { heading: true, text: 'CLINICAL CASE SUMMARY' },
    { heading: false, text: 'The injured worker is a 63 year old female, who sustained an industrial injury on that day and was treated with rest.' },
    { heading: false, text: 'State(s) of Licensure: California\nCertification(s)/Specialty: Pain Medicine' },
    { heading: false, text: 'She takes MS Contin 15 mg and hydrocodone-\nAPAP 10-325 mg.' },
  ])
})

test('a letter with an empty line after each line has paragraphs all the same', () => {
  const lines = ['Carisoprodol is not recommended for more than two or three weeks, ', 'and it was taken for eleven months, with no note of an acute turn. It', 'is not medically necessary.', '', 'A second paragraph begins here, and it goes on for a whole line, too,', 'until it ends.', '', 'A third.']
  const blocks = blocksOf(lines.join('\n\n'))
  expect(blocks.map(({ text }) => text)).toEqual([
    'Carisoprodol is not recommended for more than two or three weeks, and it was taken for eleven months, with no note of an acute turn. It is not medically necessary.',
    'A second paragraph begins here, and it goes on for a whole line, too, until it ends.',
    'A third.',
  ])
})

test('items of a list keep their lines; markup is text; nothing gives nothing', () => {
  const long = 'the first reason is as long as a line of this letter can be, if not longer'
  expect(blocksOf(`1. ${long}\n2. ${long}`)[0]!.text).toBe(`1. ${long}\n2. ${long}`)
  expect(blocksOf('<img src=x onerror=alert(1)>')).toEqual([{ heading: false, text: '<img src=x onerror=alert(1)>' }])
  expect(blocksOf('')).toEqual([])
  expect(blocksOf('MTUS\n\nODG')).toEqual([{ heading: false, text: 'MTUS' }, { heading: false, text: 'ODG' }])
})

test('a sentence that a new page cut in two is one again', () => {
  expect(blocksOf('on the same\n\n\nmedication.\n\nand so on')).toEqual([{ heading: false, text: 'on the same medication.' }, { heading: false, text: 'and so on' }])
})

test('no word of a letter is lost', () => {
  const text = 'HOW THE IMR FINAL DETERMINATION WAS MADE\r\n\r\nA reviewer decided.\fPage two: Upheld\n\n\n  indented  words '
  expect(blocksOf(text).map((block) => block.text).join(' ').split(/\s+/)).toEqual(text.trim().split(/\s+/))
})
