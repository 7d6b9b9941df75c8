import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProcess } from '../fleet/start-process.ts'

export interface StartFigures {
  readonly firstMs: number
  readonly laterMs: number
  readonly residentMegabytes: number
}

/** From starting the built program to its first page: with an empty data folder, and again; and the server's memory afterwards. */
export async function measureStart(port = 4870): Promise<StartFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'tutti-start-'))
  try {
    const first = await once(folder, port)
    const later = [await once(folder, port), await once(folder, port), await once(folder, port)].sort(
      (one, other) => one.ms - other.ms,
    )
    return {
      firstMs: first.ms,
      laterMs: later[1]?.ms ?? Number.NaN,
      residentMegabytes: later[1]?.megabytes ?? Number.NaN,
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function once(folder: string, port: number): Promise<{ ms: number; megabytes: number }> {
  const began = performance.now()
  const { child, gone } = await startProcess(
    ['scripts/start.mjs'],
    { TUTTI_DATA: folder, PORT: String(port), TUTTI_LOG_LEVEL: 'error' },
    (line) => line.startsWith('Tutti is ready'),
    60,
  )
  const page = await fetch(`http://localhost:${port}/`)
  const ms = performance.now() - began
  if (page.status !== 200) throw new Error(`The page answered ${page.status}`)
  for (let number = 0; number < 50; number += 1)
    await (await fetch(`http://localhost:${port}/api/v1/installation`)).text()
  const megabytes = Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)], { encoding: 'utf8' })) / 1024
  child.kill('SIGTERM')
  await gone
  return { ms, megabytes }
}
