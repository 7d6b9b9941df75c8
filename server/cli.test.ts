import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PASSWORD } from '#server/commands/command-world.ts'
import { runCommand } from '#server/commands/spawn-command.ts'
import { lockDataFolder } from '#server/kernel/data-folder.ts'
import { startEmbedded } from '#server/kernel/database/embedded/start-embedded.ts'

let parent = ''
let data = ''
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'tutti-cli-'))
  data = join(parent, 'data')
})
afterAll(() => rm(parent, { recursive: true, force: true }))

const setupWords = [
  'setup',
  '--organisation',
  'Kavrela Coffee',
  '--name',
  'Ada Admin',
  '--email',
  'ada@example.org',
  '--api-key',
]
const run = (...words: string[]) => runCommand({ TUTTI_DATA: data, TUTTI_SETUP_PASSWORD: PASSWORD }, ...words)

// Each starts whole processes, and some of them PostgreSQL.
const patient = { timeout: 120_000 }

describe('the command line', patient, () => {
  it('explains itself, and refuses what it does not know', async () => {
    const help = await run('--help')
    expect(help).toMatchObject({ code: 0, stderr: '' })
    expect(help.stdout).toMatch(/setup .*backup .*restore .*migrate .*doctor .*user .*rotate-key /s)
    expect(await run('bakcup')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('unknown command'),
    })
  })

  it('founds with the embedded database and prints the key as the last line; a second time it refuses without a stack', async () => {
    const first = await run(...setupWords)
    expect(first.code).toBe(0)
    expect(first.stdout.trimEnd().split('\n').at(-1)).toMatch(/^tutti_[\w-]{40,}$/)
    const second = await run(...setupWords)
    expect(second).toMatchObject({ code: 1, stdout: '' })
    expect(second.stderr.trim()).toBe(
      'An organisation has already been founded here, so there is nothing to set up. Sign in instead.',
    )
  })

  it('tells a person what is wrong with their words, not where in the code', async () => {
    await rm(join(parent, 'other'), { recursive: true, force: true })
    const weak = await runCommand({ TUTTI_DATA: data }, 'user', 'password', 'ada@example.org')
    expect(weak).toMatchObject({
      code: 1,
      stderr: 'Nothing came on standard input. Pipe the password in, or run this at a terminal.\n',
    })
  })
})

describe('beside a running server', patient, () => {
  it('backs up from its database, and leaves alone what must not be touched', async () => {
    const folder = await lockDataFolder(data)
    const quiet = () => undefined
    const embedded = await startEmbedded({ folder: data, log: { info: quiet, warn: quiet, error: quiet } })
    const file = join(parent, 'beside.tar.gz')
    const [backup, restore, rotate] = [
      await run('backup', file, '--with-key'),
      await run('restore', file),
      await run('rotate-key'),
    ]
    await embedded.close()
    await folder.release()
    expect(backup).toMatchObject({ code: 0 })
    expect(backup.stdout).toMatch(/^\S+beside\.tar\.gz: .* rows of \d+ tables, 0 files\n$/)
    expect(restore).toMatchObject({ code: 1, stderr: expect.stringContaining('Another Tutti') })
    expect(rotate).toMatchObject({ code: 1, stderr: expect.stringContaining('Another Tutti') })
    expect((await stat(join(data, 'key'))).isFile()).toBe(true)
  })

  it('restores into an empty folder, where everything then is as it should be', async () => {
    const copy = { TUTTI_DATA: join(parent, 'copy') }
    expect(await runCommand(copy, 'restore', join(parent, 'beside.tar.gz'))).toMatchObject({ code: 0 })
    expect(await readFile(join(parent, 'copy', 'key'), 'utf8')).toBe(await readFile(join(data, 'key'), 'utf8'))
    const doctor = await runCommand(copy, 'doctor', '--audit')
    expect(doctor.stdout).not.toContain('problem')
    expect(doctor.code).toBe(0)
  })
})
