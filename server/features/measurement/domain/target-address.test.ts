import { expect, it } from 'vitest'
import { addressWithOrigin } from './target-address.ts'

const origin = { source: 'mastodon', campaign: 'first-harvest', content: 'post', clickId: 'click' }
const all = 'utm_source=mastodon&utm_medium=social&utm_campaign=first-harvest&utm_content=post&tutti_click=click'

it.each([
  ['https://shop.example', `https://shop.example/?${all}`],
  ['https://shop.example/a?x=1#part', `https://shop.example/a?x=1&${all}#part`],
  ['https://shop.example/?q=a+b%20c&&z', `https://shop.example/?q=a+b%20c&z&${all}`],
  [
    'http://shop.example:8080/?redirect=https://evil.example',
    `http://shop.example:8080/?redirect=https://evil.example&${all}`,
  ],
])('leads %s on to %s', (target, address) => {
  expect(addressWithOrigin(target, origin)).toBe(address)
})

it('keeps the UTM values that the target has and adds the others', () => {
  expect(addressWithOrigin('https://shop.example/?utm_source=mail&UTM_Campaign=own', origin)).toBe(
    'https://shop.example/?utm_source=mail&UTM_Campaign=own&utm_medium=social&utm_content=post&tutti_click=click',
  )
})

it('replaces the id of a click that was pasted along', () => {
  expect(
    addressWithOrigin('https://shop.example/?tutti_click=old&a=b', { ...origin, source: null, content: null }),
  ).toBe('https://shop.example/?a=b&utm_medium=social&utm_campaign=first-harvest&tutti_click=click')
})

it.each(['javascript:alert(1)', 'data:text/html,x', '/path', 'ftp://files.example/a'])(
  'leads nowhere from %s',
  (target) => {
    expect(addressWithOrigin(target, origin)).toBeNull()
  },
)
