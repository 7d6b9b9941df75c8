import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { until } from '#test/servers/embedded.ts'
import { lockDataFolder } from './data-folder.ts'
import { isAlive, startOf, thisProcess } from './process-identity.ts'

describe('the lock of the data folder', () => {
  let parent = ''
  let folder = ''
  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'tutti-lock-'))
    folder = join(parent, 'data')
  })
  afterEach(() => rm(parent, { recursive: true, force: true }))

  const leave = (lock: object): Promise<void> =>
    writeFile(join(folder, 'tutti.lock'), JSON.stringify({ token: 'other', host: hostname(), ...lock }))

  it('makes a folder for its owner alone, and leaves nothing behind', async () => {
    const lock = await lockDataFolder(folder)
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    expect(await readdir(folder)).toEqual(['tutti.lock'])
    await lock.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses a second start with the number of the first, which keeps it', async () => {
    const lock = await lockDataFolder(folder)
    await expect(lockDataFolder(folder)).rejects.toThrow(`Another Tutti (process ${process.pid}) uses the data folder`)
    await expect(lockDataFolder(folder)).rejects.toThrow(`Another Tutti`)
    await lock.release()
    await (await lockDataFolder(folder)).release()
  })

  it('lets exactly one of many have a stale lock', async () => {
    await (await lockDataFolder(folder)).release()
    await leave({ pid: await endedProcess(), started: null })
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => lockDataFolder(folder)))
    const held = tried.filter((result) => result.status === 'fulfilled')
    expect(held).toHaveLength(1)
    await held[0]?.value.release()
  })

  it('takes over from a killed process whose number another process has by now', async () => {
    await (await lockDataFolder(folder)).release()
    await leave({ pid: process.pid, started: 'another boot 12' })
    const lock = await lockDataFolder(folder)
    expect(await readFile(join(folder, 'tutti.lock'), 'utf8')).not.toContain('another boot')
    await lock.release()
  })

  it('takes over a lock that was cut short', async () => {
    await (await lockDataFolder(folder)).release()
    await writeFile(join(folder, 'tutti.lock'), '')
    const lock = await lockDataFolder(folder)
    expect(await readFile(join(folder, 'tutti.lock'), 'utf8')).toContain(`"pid":${process.pid}`)
    await lock.release()
  })

  it('believes another machine as long as its lock is touched', async () => {
    await (await lockDataFolder(folder)).release()
    await leave({ pid: process.pid, started: null, host: 'another-machine' })
    const file = join(folder, 'tutti.lock')
    const beat = setInterval(() => void utimes(file, new Date(), new Date()), 200)
    await expect(lockDataFolder(folder)).rejects.toThrow('on another-machine')
    clearInterval(beat)
    await utimes(file, 1_000_000, 1_000_000)
    await (await lockDataFolder(folder)).release()
  })

  it('does not release what another has taken since', async () => {
    const lock = await lockDataFolder(folder)
    await leave(thisProcess())
    await lock.release()
    expect(await readdir(folder)).toEqual(['tutti.lock'])
  })
})

it('tells processes apart by their start', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  const pid = child.pid ?? 0
  await until(() => isAlive(pid))
  if (process.platform !== 'win32') {
    expect(startOf(pid)).not.toBeNull()
    expect(startOf(pid)).not.toBe(startOf(process.pid))
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
  expect(isAlive(pid)).toBe(false)
})

async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', ''])
  await new Promise((resolve) => child.once('exit', resolve))
  return child.pid ?? 0
}
