import { expect, test } from 'vitest'
import { backFrom, signInAddress } from './sign-in-address'

test('the way back is kept whole', () => {
  const to = new URL(signInAddress('/work?q=a&b=c#d'), 'http://x').searchParams.get('to')
  expect(backFrom(to, '/home')).toBe('/work?q=a&b=c#d')
})

test.each([null, '', 'https://evil.example', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
  'no way leads to %s', (to) => expect(backFrom(to, '/home')).toBe('/home'),
)
