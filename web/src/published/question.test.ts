import { expect, test } from 'vitest'
import { asQuery, feedAddress, letterAddress, paramsOf, readQuestion, searchAddress, statisticsAddress, toggled } from './question'

const of = (address: string) => readQuestion(new URLSearchParams(address))
const soma = { field: 'drug', value: 'carisoprodol' }

test('an address is read and written the same', () => {
  const address = 'q=%22muscle+relaxants%22&where=drug%3Acarisoprodol&where=section%3AOpioids%3A+dosing&from=2016-01-01&until=2016-06-30&sort=newest&skip=20'
  const question = of(address)
  expect(question).toEqual({
    q: '"muscle relaxants"', where: [soma, { field: 'section', value: 'Opioids: dosing' }],
    from: '2016-01-01', until: '2016-06-30', sort: 'newest', skip: 20,
  })
  expect(paramsOf(question).toString()).toBe(address)
})

test('what an address says wrongly has its default', () => {
  expect(of('where=drug&where=:x&sort=best&skip=-3')).toEqual({ q: '', where: [], from: '', until: '', sort: 'relevance', skip: 0 })
  expect(of('skip=1.5').skip).toBe(0)
  expect(of('skip=99999').skip).toBe(10_000)
  expect(of('where=drug:x&where=drug:x').where).toHaveLength(1)
})

test('the addresses of a question: the page, its feed, its statistics', () => {
  const question = { ...of('q=a%26b&sort=oldest&skip=40'), where: [soma] }
  expect(searchAddress(question)).toBe('/determinations?q=a%26b&where=drug%3Acarisoprodol&sort=oldest&skip=40')
  expect(feedAddress(question)).toBe('/api/determinations/feed?q=a%26b&where=drug%3Acarisoprodol')
  expect(statisticsAddress('month', question)).toBe('/statistics?by=month&where=drug%3Acarisoprodol')
  expect(searchAddress({})).toBe('/determinations')
  expect(letterAddress('../x')).toBe('/determinations/..%2Fx')
  expect(asQuery(question)).toEqual({ q: 'a&b', where: ['drug:carisoprodol'], from: '', until: '', sort: 'oldest', skip: 40 })
})

test('a condition is chosen, and chosen again it is taken away', () => {
  expect(toggled([], soma)).toEqual([soma])
  expect(toggled([soma, { field: 'year', value: '2016' }], { ...soma })).toEqual([{ field: 'year', value: '2016' }])
})
