import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CannotStart } from '../cannot-start.ts'
import { loadInstallationKey, newInstallationKey, parseInstallationKey } from './installation-key.ts'

let folder = ''
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'tutti-key-'))))
afterEach(() => rm(folder, { recursive: true, force: true }))

const load = (env: Record<string, string> = {}, dataFolder = folder) => loadInstallationKey({ env, dataFolder })

describe('the installation key', () => {
  it('comes from TUTTI_KEY where that is set, and no file is made', async () => {
    const given = newInstallationKey()
    expect((await load({ TUTTI_KEY: given })).toString('base64')).toBe(given)
    expect(await readdir(folder)).toEqual([])
  })

  it('is otherwise made once, in a file that only its owner may read', async () => {
    const inside = join(folder, 'data')
    const [first, second] = await Promise.all([load({}, inside), load({ TUTTI_KEY: '' }, inside)])
    const third = await load({}, inside)
    expect([second.equals(first), third.equals(first)]).toEqual([true, true])
    expect(await readdir(inside)).toEqual(['key'])
    expect((await stat(join(inside, 'key'))).mode & 0o777).toBe(0o600)
    expect(parseInstallationKey(await readFile(join(inside, 'key'), 'utf8'))?.equals(first)).toBe(true)
  })

  it('is refused when other accounts may read its file, with the way to put it right', async () => {
    await load()
    await chmod(join(folder, 'key'), 0o640)
    await expect(load()).rejects.toThrow(`chmod 600 ${join(folder, 'key')}`)
    await expect(load()).rejects.toBeInstanceOf(CannotStart)
  })

  it('is refused when the file was damaged, and the file is left alone', async () => {
    await writeFile(join(folder, 'key'), 'half a key', { mode: 0o600 })
    await expect(load()).rejects.toThrow('backup')
    expect(await readFile(join(folder, 'key'), 'utf8')).toBe('half a key')
  })

  it.each(['short', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), `${'A'.repeat(42)}*=`])(
    'is refused when TUTTI_KEY is wrong, without repeating it: %s',
    async (given) => {
      const refused = await load({ TUTTI_KEY: given }).catch((error: Error) => error)
      expect(refused).toBeInstanceOf(CannotStart)
      expect(String(refused)).not.toContain(given)
    },
  )
})
