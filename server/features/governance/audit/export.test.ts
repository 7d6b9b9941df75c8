import { execFileSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyExport } from '#server/commands/audit/verify-export.ts'
import { fillWorld } from '#test/fill-world.ts'
import { addPerson } from '#test/second-organisation.ts'
import { createWorld, type World } from '#test/world.ts'

let world: World
let folder: string

beforeAll(async () => {
  world = await createWorld()
  await fillWorld(world)
  await world.admin.call('POST', '/api/v1/objectives', {
    title: '=HYPERLINK("https://evil.example")',
    description: 'Ünlü "çay" \\ 日本 \t end',
    perspective: 'customer',
    startsOn: '2027-01-01',
    endsOn: '2027-02-01',
  })
  folder = await mkdtemp(join(tmpdir(), 'tutti-export-'))
})
afterAll(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

const ask = (query: string, key = world.adminKey) =>
  world.request(`/api/v1/events/export${query}`, { headers: { authorization: `Bearer ${key}` } })
async function download(query = ''): Promise<string> {
  const answer = await ask(query)
  expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
    200,
    expect.stringMatching(/^attachment; filename="tutti-events-kavrela-coffee-[\d-]+-(json|csv)\.tar\.gz"$/),
  ])
  const file = join(folder, `${crypto.randomUUID()}.tar.gz`)
  await writeFile(file, Buffer.from(await answer.arrayBuffer()))
  return file
}
async function unpacked(file: string): Promise<string> {
  const into = await mkdtemp(join(folder, 'unpacked-'))
  execFileSync('tar', ['xzf', file, '-C', into])
  return into
}
async function packed(from: string): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.tar.gz`)
  const names = (await readdir(from)).toSorted(
    (one, other) => Number(one === 'manifest.json') - Number(other === 'manifest.json'),
  )
  execFileSync('tar', ['czf', file, '-C', from, ...names])
  return file
}

it('holds every event up to its head, can be verified without the database, and is itself recorded', async () => {
  const file = await download()
  const listed = await world.admin.call('GET', '/api/v1/events?verb=audit.exported')
  const found = await verifyExport(file)
  expect(found).toMatchObject({ organisation: 'Kavrela Coffee', complete: true, recomputed: true, erased: 0 })
  expect([found.events, found.head.hash]).toEqual([listed.at('items.0.after.events'), listed.at('items.0.after.head')])
  const texts = await readFile(join(await unpacked(file), 'manifest.json'), 'utf8')
  expect(JSON.parse(texts)).toMatchObject({
    format: 'tutti-events/1',
    head: found.head,
    files: [{ first: 1, last: found.events }],
  })
})

it('of a filter holds what the filter shows, and says so', async () => {
  const file = await download('?subjectType=objective&format=json')
  const found = await verifyExport(file)
  expect([found.complete, found.events]).toEqual([false, 2])
})

it('shows which event was changed, and that one is missing, to whoever changes it and its manifest', async () => {
  const tamper = async (change: (lines: string[]) => string[]) => {
    const into = await unpacked(await download())
    const name = (await readdir(into)).find((one) => one.endsWith('.ndjson')) ?? ''
    const lines = (await readFile(join(into, name), 'utf8')).trimEnd().split('\n')
    await writeFile(join(into, name), `${change(lines).join('\n')}\n`)
    const naive = await packed(into)
    const { createHash } = await import('node:crypto')
    const manifest = JSON.parse(await readFile(join(into, 'manifest.json'), 'utf8')) as { files: { sha256: string }[] }
    const sha256 = createHash('sha256')
      .update(await readFile(join(into, name)))
      .digest('hex')
    await writeFile(
      join(into, 'manifest.json'),
      JSON.stringify({ ...manifest, files: [{ ...manifest.files[0], sha256 }] }),
    )
    return [naive, await packed(into)] as const
  }
  const [naive, careful] = await tamper((lines) =>
    lines.map((line, at) => (at === 2 ? line.replace(/"actorName": "[^"]*"/, '"actorName": "Eve"') : line)),
  )
  await expect(verifyExport(naive)).rejects.toThrow(/was changed after it was exported/)
  await expect(verifyExport(careful)).rejects.toThrow(/Position 3 does not hold: who did what/)
  const [, contents] = await tamper((lines) =>
    lines.map((line, at) => (at === 3 ? line.replace('"after": {', '"after": {"x": 1, ') : line)),
  )
  await expect(verifyExport(contents)).rejects.toThrow(/Position 4 does not hold: what it says/)
  const [, shorter] = await tamper((lines) => lines.filter((_, at) => at !== 4))
  await expect(verifyExport(shorter)).rejects.toThrow(/Position 5 is missing/)
  const [, cut] = await tamper((lines) => lines.slice(0, -1))
  await expect(verifyExport(cut)).rejects.toThrow(/before the head of the chain/)
})

it('as CSV opens in a spreadsheet without running anything', async () => {
  const file = await download('?format=csv')
  expect(await verifyExport(file)).toMatchObject({ recomputed: false })
  const into = await unpacked(file)
  const name = (await readdir(into)).find((one) => one.endsWith('.csv')) ?? ''
  const { data } = Papa.parse<Record<string, string>>((await readFile(join(into, name), 'utf8')).slice(1), {
    header: true,
    skipEmptyLines: true,
  })
  expect(data.find((row) => row['subjectTitle']?.includes('HYPERLINK'))?.['subjectTitle']).toBe(
    `'=HYPERLINK("https://evil.example")`,
  )
  for (const row of data) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+@\t\r]/)
})

it('of a broken-off download is told from a whole one', async () => {
  const bytes = await readFile(await download())
  const file = join(folder, 'half.tar.gz')
  await writeFile(file, bytes.subarray(0, bytes.length - 400))
  await expect(verifyExport(file)).rejects.toThrow(/cannot be read as an export/)
})

it('is for those who hold the right, and refuses what it cannot read', async () => {
  const stranger = await world.request('/api/v1/events/export')
  expect([stranger.status, stranger.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
  const officer = await addPerson(world, 'officer')
  const refused = await officer.call('GET', '/api/v1/events/export')
  expect([refused.status, refused.at('code'), refused.at('params.action')]).toEqual([
    403,
    'right.missing',
    'events.export',
  ])
  expect((await ask('?format=xml')).status).toBe(422)
  expect((await ask('?actorId=nobody')).status).toBe(422)
})
