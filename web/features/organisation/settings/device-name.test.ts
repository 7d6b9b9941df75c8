import { expect, it } from 'vitest'
import { deviceOf } from './device-name.ts'

it('names browser and system as people do, although most browsers claim to be others as well', () => {
  expect(
    deviceOf('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36'),
  ).toEqual({ browser: 'Chrome', system: 'Linux' })
  expect(
    deviceOf(
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    ),
  ).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1',
    ),
  ).toEqual({ browser: 'Safari', system: 'iPhone' })
})

it('leaves what it does not know as it is', () => {
  expect(deviceOf('curl/8.14.1')).toBeNull()
})
