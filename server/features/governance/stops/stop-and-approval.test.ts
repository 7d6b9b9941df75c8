import { afterAll, beforeAll, expect, it } from 'vitest'
import { addPerson } from '#test/second-organisation.ts'
import { createWorld, until, type Caller, type World } from '#test/world.ts'

let world: World
let approver: Caller
let channelId: string

beforeAll(async () => {
  world = await createWorld({ background: true })
  approver = await addPerson(world, 'strategist')
  channelId = (await world.admin.call('POST', '/api/v1/channels', { platform: 'newsroom', name: 'News', settings: {} }))
    .id
  const workflow = await world.admin.call('POST', '/api/v1/workflows', {
    title: 'Everything',
    conditions: [],
    stages: [{ name: 'Look', approvers: [{ kind: 'role', role: 'strategist' }] }],
  })
  if (workflow.status !== 201) throw new Error(`The workflow was refused: ${JSON.stringify(workflow.body)}`)
})
afterAll(() => world.close())

it('what is approved during a stop does not leave at its time, and waits in the review after the stop', async () => {
  const post = await world.admin.call('POST', '/api/v1/posts', {
    channelId,
    text: 'Harvest news',
    plannedAt: new Date(Date.now() + 3000).toISOString(),
    timeZone: 'UTC',
  })
  expect(post.at('delivery.reason')).toBe('approval.waiting')
  const stop = await world.admin.call('POST', '/api/v1/stops', {
    scope: { kind: 'organisation', id: null },
    reason: 'Earthquake',
  })
  const requests = await world.admin.call('GET', `/api/v1/posts/${post.id}/approvals`)
  const decided = await approver.call('POST', `/api/v1/approvals/${String(requests.at('items.0.id'))}/decisions`, {
    decision: 'approve',
  })
  expect([stop.status, decided.status, decided.at('state')]).toEqual([201, 200, 'approved'])
  const held = await until(
    () => world.admin.call('GET', `/api/v1/posts/${post.id}`),
    (answer) => answer.at('delivery.state') !== 'planned',
  )
  expect([held.at('delivery.state'), held.at('delivery.reason')]).toEqual(['held', 'stop'])
  expect((await world.admin.call('POST', `/api/v1/stops/${stop.id}/lift`, { note: 'Over' })).status).toBe(200)
  const after = await world.admin.call('GET', `/api/v1/posts/${post.id}`)
  expect(after.at('delivery.state')).toBe('held')
})
