import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { conversionCommand } from './conversion-command.ts'

const wish = { origin: 'https://tutti.example', key: 'tutti_abc', currency: 'EUR', name: "Deniz' order" }

it('hands a shell the address, the key and a body that is JSON', () => {
  const command = conversionCommand(wish).replace(/^curl/u, "printf '%s\\0'")
  const [address, , authorization, , , , body] = execFileSync('sh', ['-c', command], { encoding: 'utf8' }).split('\0')
  expect([address, authorization]).toEqual([
    'https://tutti.example/api/v1/conversions',
    'Authorization: Bearer tutti_abc',
  ])
  expect(JSON.parse(body ?? '')).toEqual({
    name: "Deniz' order",
    value: '49.90',
    currency: 'EUR',
    clickId: 'TUTTI_CLICK',
    reference: '1042',
  })
})
