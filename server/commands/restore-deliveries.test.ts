import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { backup } from './backup.ts'
import { createCommandWorld, furnish, type CommandWorld } from './command-world.ts'
import { restore } from './restore.ts'

let world: CommandWorld
let archive = ''
beforeAll(async () => {
  world = await createCommandWorld()
  await furnish(world, 7)
  const states = [
    ['sending', '-10 minutes', '1 minute'],
    ['planned', '-10 minutes', '-10 minutes'],
    ['planned', '-3 hours', '-3 hours'],
    ['retry-at', '-20 minutes', '-1 minute'],
    ['retry-at', '-5 hours', '-1 minute'],
    ['planned', '2 hours', '2 hours'],
    ['published', '-1 day', null],
  ]
  for (const [index, [state, due, next]] of states.entries()) {
    await world.query(
      `update publishing_deliveries set state = $1, due_at = now() + $2::interval, next_at = now() + $3::interval, lease_until = case when $1 = 'sending' then now() + $3::interval end
       where post_id = (select id from publishing_posts order by length(text), text offset $4 limit 1)`,
      [state, due, next, index],
    )
  }
  archive = join(world.folder, 'backup.tar.gz')
  await backup(world.terminal(), archive, { withKey: true })
})
afterAll(() => world[Symbol.asyncDispose]())

const READ = `select state, reason, next_at <= now() as now, lease_until, (due_at - now())::text like '-%' as past from publishing_deliveries d
  join publishing_posts p on p.organisation_id = d.organisation_id and p.id = d.post_id order by length(p.text), p.text`

it('looks up what the original may have published, holds what is too late, and leaves the rest to its time', async () => {
  await using copy = await createCommandWorld()
  const terminal = copy.terminal()
  await restore(terminal, archive, { hold: false, keyLost: false })
  const lookedUp = { state: 'unknown', reason: 'answer-lost', now: true, lease_until: null, past: true }
  expect(await copy.query(READ)).toEqual([
    lookedUp,
    lookedUp,
    // The worker holds this one by its own rule, since it is more than an hour late.
    { state: 'planned', reason: null, now: true, lease_until: null, past: true },
    lookedUp,
    { state: 'held', reason: 'too-late', now: null, lease_until: null, past: true },
    { state: 'planned', reason: null, now: false, lease_until: null, past: false },
    { state: 'published', reason: null, now: null, lease_until: null, past: true },
  ])
  expect(terminal.said.join('\n')).toContain('3 posts may have been published already')
  expect(
    await copy.query(`select verb, count(*)::int from events where verb like 'delivery.%' group by verb order by verb`),
  ).toEqual([
    { verb: 'delivery.became-unknown', count: 3 },
    { verb: 'delivery.held', count: 1 },
  ])
  expect(await copy.query('select broken_event(organisation_id) as broken from organisations')).toEqual([
    { broken: null },
  ])
})

it('holds everything that waits to be sent where that is asked for', async () => {
  await using copy = await createCommandWorld()
  await restore(copy.terminal(), archive, { hold: true, keyLost: false })
  const counts = await copy.query(
    `select state, reason, count(*)::int from publishing_deliveries group by 1, 2 order by 1`,
  )
  expect(counts).toEqual([
    { state: 'held', reason: 'restored', count: 5 },
    { state: 'published', reason: null, count: 1 },
    { state: 'unknown', reason: 'answer-lost', count: 1 },
  ])
})
