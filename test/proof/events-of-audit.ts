import { expect, it } from 'vitest'
import { startBlueskyProfiles } from '../servers/bluesky-profiles.ts'
import type { Ledger } from './event-ledger.ts'

const ROUND = ['created', 'changed', 'removed', 'restored']

/** The changes of the audit and of channel choice. */
export function tellAudit(open: () => Ledger): void {
  const route = (name: string) => `strategy.${name}`

  it.each([
    ['audit-accounts', 'account', 'audit', 'Account', { platform: 'x', handle: 'told' }, { notes: 'B' }],
    ['competitors', 'competitor', 'audit.competitors', '', { name: 'Told' }, { name: 'B' }],
    ['swot', 'swot', 'audit.swot', '', { quadrant: 'strength', text: 'Told' }, { text: 'B' }],
    ['channel-choices', 'channel-choice', 'channelChoice', '', { platform: 'reddit' }, { points: { risk: 1 } }],
  ])('of %s leaves one event each', async (path, type, part, ending, fields, changes) => {
    const { call, one } = open()
    const name = (verb: string) => route(`${part}.${verb}${ending}`)
    const added = await one(name('create'), () => call('POST', path, fields))
    const changed = await one(name('change'), () => call('PATCH', `${path}/${added.answer.id}`, changes))
    const removed = await one(name('remove'), () => call('DELETE', `${path}/${added.answer.id}`))
    const restored = await one(name('restore'), () => call('POST', `${path}/${added.answer.id}/restoration`))
    expect([added, changed, removed, restored].map(({ event }) => event.verb)).toEqual(
      ROUND.map((verb) => `${type}.${verb}`),
    )
    expect([added.event.before, changed.event.after, removed.event.after]).toEqual([null, changes, null])
  })

  it('of a reading, of a task that a finding became, and of accounts from elsewhere leaves one event', async () => {
    const { call, filled, one, owner } = open()
    const account = `audit-accounts/${filled.accountId}`
    const read = await one(route('audit.addReading'), () => call('POST', `${account}/readings`, { followers: 3 }))
    expect(read.event).toMatchObject({ verb: 'account.read', after: { source: 'entered', followers: 3 } })
    const task = { title: 'Find the holder' }
    const made = await one(route('audit.taskOfAccount'), () =>
      call('POST', `${account}/tasks`, { ...task, finding: 'no-holder' }),
    )
    expect(made.event.verb).toBe('task.created')
    await one(route('audit.swot.task'), () => call('POST', `swot/${filled.swotId}/tasks`, task))
    await owner.query('delete from strategy_accounts where channel_id is not null')
    await one(route('audit.takeChannels'), () => call('POST', 'audit-channels', {}))
    const text = 'Platform,Account\nX,from-a-file'
    await one(route('audit.import'), () => call('POST', 'audit-transfer', { text }))
  })

  it('of a look-up leaves one event', async () => {
    const { call, one, world } = open()
    const bluesky = await startBlueskyProfiles()
    bluesky.setProfile('told.example', { followers: 5, posts: [] })
    Object.assign(world.kernel.config, { blueskyProfiles: bluesky.url })
    const { id } = await call('POST', 'audit-accounts', { platform: 'bluesky', handle: 'told.example' })
    const { event } = await one(route('audit.lookUp'), () => call('POST', `audit-accounts/${id}/look-up`))
    expect(event).toMatchObject({ verb: 'account.read', after: { source: 'looked-up', followers: 5 } })
    await bluesky.close()
  })

  it('of weights, a decision about a channel and its plan leaves one event', async () => {
    const { call, filled, one } = open()
    const choice = `channel-choices/${filled.choiceId}`
    const weights = { audience: 1, purpose: 1, format: 1, effort: 1, cost: 1, risk: 1 }
    await one(route('channelChoice.setWeights'), () => call('PUT', 'channel-weights', { weights }))
    const decided = await one(route('channelChoice.decide'), () =>
      call('POST', `${choice}/decision`, { decision: 'test', reason: 'To see' }),
    )
    expect(decided.event).toMatchObject({ before: { decision: 'use' }, after: { decision: 'test', weights } })
    const planned = await one(route('channelChoice.setTargets'), () =>
      call('PUT', `${choice}/targets`, { items: [{ postsPerWeek: 9, startsOn: '2026-11-30' }] }),
    )
    expect(planned.event).toMatchObject({ verb: 'channel-choice.planned', after: { targets: [{ postsPerWeek: 9 }] } })
  })
}
