import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { until } from '../world.ts'
import { freePort } from './free-port.ts'
import { startProcess, type Started } from './start-process.ts'

let folder: string
let running: Started[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tutti-process-'))
  running = []
})
afterEach(async () => {
  for (const { child } of running) child.kill('SIGKILL')
  await Promise.all(running.map(({ gone }) => gone))
  await until(
    async () => postgresOf(folder),
    (found) => found === '',
  )
  await rm(folder, { recursive: true, force: true })
})

const main = existsSync('dist/server/main.mjs') ? 'dist/server/main.mjs' : 'server/main.ts'

async function start(port: number): Promise<Started> {
  const one = await startProcess(
    [main],
    { TUTTI_DATA: folder, PORT: String(port), HOST: '127.0.0.1', TUTTI_LOG_LEVEL: 'error' },
    (line) => line === `Tutti is ready at http://localhost:${port}`,
  )
  running.push(one)
  return one
}

/** The PostgreSQL processes that work on this folder. */
function postgresOf(data: string): string {
  const processes = execFileSync('ps', ['-eo', 'pid,args'], { encoding: 'utf8' }).split('\n')
  return processes.filter((line) => line.includes(data) && /postgres(?:\.exe)? -D/.test(line)).join('\n')
}

async function found(port: number): Promise<number> {
  const body = JSON.stringify({
    organisation: 'Kavrela',
    name: 'Ada',
    email: 'ada@example.org',
    password: 'harbour-violin-42-cloud',
  })
  return (
    await fetch(`http://127.0.0.1:${port}/api/v1/installation`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    })
  ).status
}

async function isFounded(port: number): Promise<unknown> {
  return (await fetch(`http://127.0.0.1:${port}/api/v1/installation`)).json()
}

it('ends with exit code 0 when told to, and takes its database with it', async () => {
  const { child, gone } = await start(await freePort())
  expect(postgresOf(folder)).not.toBe('')
  child.kill('SIGTERM')
  await gone
  expect([child.exitCode, postgresOf(folder)]).toEqual([0, ''])
})

it('refuses a second start on a data folder in use, says so, and leaves the first alone', async () => {
  const port = await freePort()
  const { child } = await start(port)
  await expect(start(await freePort())).rejects.toThrow(new RegExp(`${child.pid}`))
  expect(await isFounded(port)).toMatchObject({ founded: false })
})

it('leaves no database behind when it is killed, and finds everything again at the next start', async () => {
  const port = await freePort()
  const { child, gone } = await start(port)
  expect(await found(port)).toBe(201)
  child.kill('SIGKILL')
  await gone
  await until(
    async () => postgresOf(folder),
    (left) => left === '',
  )
  await start(port)
  expect(await isFounded(port)).toMatchObject({ founded: true })
})

it('says which program holds its port, and names every wrong setting at once', async () => {
  const port = await freePort()
  await start(port)
  const other = await mkdtemp(join(tmpdir(), 'tutti-process-'))
  try {
    await expect(
      startProcess([main], { TUTTI_DATA: other, PORT: String(port), HOST: '127.0.0.1' }, () => false),
    ).rejects.toThrow(/Port \d+ is in use/)
    await expect(
      startProcess([main], { TUTTI_DATA: other, PORT: 'ninety', TUTTI_ROLE: 'boss' }, () => false),
    ).rejects.toThrow(/PORT[\s\S]*TUTTI_ROLE/)
  } finally {
    await until(
      async () => postgresOf(other),
      (left) => left === '',
    )
    await rm(other, { recursive: true, force: true })
  }
})

it('prints PDF and Word as it is built, with the typefaces beside it', async () => {
  const port = await freePort()
  await start(port)
  expect(await found(port)).toBe(201)
  const origin = `http://localhost:${port}`
  const signedIn = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ email: 'ada@example.org', password: 'harbour-violin-42-cloud' }),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const fileAt = async (path: string) => {
    const answer = await fetch(`${origin}/api/v1/${path}`, { headers: { cookie } })
    return [answer.status, Buffer.from(await answer.arrayBuffer()).toString('latin1', 0, 4)]
  }
  expect(await fileAt('plan-document/draft/plan.pdf')).toEqual([200, '%PDF'])
  expect(await fileAt('plan-document/draft/plan.docx')).toEqual([200, 'PK\u0003\u0004'])
  const cards = (await (await fetch(`${origin}/api/v1/scorecards`, { headers: { cookie } })).json()) as {
    items: { id: string }[]
  }
  expect(await fileAt(`scorecards/${cards.items[0]?.id}/map.pdf`)).toEqual([200, '%PDF'])
})

it('keeps the key file readable for nobody else', async () => {
  await start(await freePort())
  expect((await readFile(join(folder, 'key'), 'utf8')).trim().length).toBeGreaterThan(40)
  expect(execFileSync('stat', ['-c', '%a', join(folder, 'key')], { encoding: 'utf8' }).trim()).toBe('600')
})
