import { inflateRawSync } from 'node:zlib'
import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPdf } from '#test/pdf-text.ts'
import { createWorld, type World } from '#test/world.ts'

let world: World
const call = (method: string, path: string, body?: unknown) => world.admin.call(method, `/api/v1/${path}`, body)
beforeAll(async () => {
  world = await createWorld()
  await call('PUT', 'direction', { vision: 'Kahvede ölçülebilir güven', mission: 'İyi kavur, dürüst anlat' })
  await call('PUT', 'plan-document/starter', { starter: 'b2c' })
})
afterAll(() => world.close())
const file = async (path: string) =>
  new Uint8Array(
    await (
      await world.request(`/api/v1/plan-document/${path}`, { headers: { authorization: `Bearer ${world.adminKey}` } })
    ).arrayBuffer(),
  )

describe('x', () => {
  it('y', async () => {
    const pdf = await file('draft/plan.pdf?language=tr')
    writeFileSync('/tmp/s2-plan.pdf', pdf)
    const docx = await file('draft/plan.docx?language=tr')
    writeFileSync('/tmp/s2-plan.docx', docx)
    writeFileSync('/tmp/s2-plan.md', await file('draft/plan.md?language=tr'))
    const pages = readPdf(pdf)
    console.log(
      pages
        .map((p) => p.text)
        .join('\n=====\n')
        .slice(0, 3000),
      pages.map((p) => p.shapes),
    )
    expect(inflateRawSync).toBeDefined()
    expect(pages.length).toBeGreaterThan(3)
  })
})
