import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillEverything, type Everything } from '../fill-everything.ts'
import { addOrganisation } from '../second-organisation.ts'
import { createWorld, type World } from '../world.ts'
import { openRowCount, type RowCount } from './count-rows.ts'
import { refusalsOf, type ExpectRefusal } from './expect-refusal.ts'
import { addressOf } from '../requests.ts'
import { allRoutes, type Route } from './routes.ts'

let world: World
let filled: Everything
let rows: RowCount
let expectRefusal: ExpectRefusal

beforeAll(async () => {
  world = await createWorld()
  rows = await openRowCount(world.connection)
  filled = await fillEverything(world)
  expectRefusal = refusalsOf(world, rows)
})
afterAll(async () => {
  await rows.close()
  await world.close()
})

const post = (more: Readonly<Record<string, unknown>>) => ({
  channelId: filled.channelId,
  text: 'A text',
  plannedAt: new Date(Date.now() + 3_600_000).toISOString(),
  timeZone: 'Europe/Istanbul',
  ...more,
})

describe('an id', () => {
  const kinds = [
    ['objectives', 'goalId'],
    ['goals', 'objectiveId'],
    ['campaigns', 'pieceId'],
    ['pieces', 'campaignId'],
    ['channels', 'postId'],
    ['posts', 'channelId'],
    ['policies', 'courseId'],
    ['courses', 'policyId'],
    ['rule-packs', 'ruleId'],
    ['workflows', 'approvalId'],
    ['stakeholders', 'workflowId'],
    ['placements', 'unitId'],
    ['plans', 'taskId'],
    ['audiences', 'goalId'],
    ['tasks', 'planId'],
    ['budget-lines', 'toolId'],
    ['tools', 'lineId'],
  ] as const
  it.each(kinds)('of nobody, of another kind and that is none: /%s', async (kind, other) => {
    await expectRefusal('GET', `/api/v1/${kind}/not-an-id`, undefined, {
      status: 422,
      code: 'request.invalid',
      fields: ['id'],
    })
    for (const id of [crypto.randomUUID(), '00000000-0000-0000-0000-000000000000', filled[other]]) {
      await expectRefusal('GET', `/api/v1/${kind}/${id}`, undefined, { status: 404, code: 'record.not-found' })
      await expectRefusal('DELETE', `/api/v1/${kind}/${id}`, undefined, { status: 404, code: 'record.not-found' })
    }
  })

  it('in a reference must be of that kind and of this organisation', async () => {
    const { caller: others } = await addOrganisation(world)
    const theirs = (
      await others.call('POST', '/api/v1/objectives', {
        title: 'Theirs',
        perspective: 'customer',
        startsOn: '2027-01-01',
        endsOn: '2027-02-01',
      })
    ).id
    const goal = { title: 'A', kpi: 'clicks', target: '1', dueOn: '2027-01-01' }
    for (const id of [crypto.randomUUID(), filled.campaignId, theirs])
      await expectRefusal(
        'POST',
        '/api/v1/goals',
        { ...goal, objectiveIds: [id] },
        { status: 422, code: 'reference.unknown', fields: ['objectiveIds'] },
      )
    for (const [field, value] of [
      ['channelId', filled.goalId],
      ['pieceId', filled.postId],
      ['campaignId', filled.objectiveId],
      ['media', [filled.pieceId]],
      ['audienceIds', [filled.goalId]],
    ] as const)
      await expectRefusal('POST', '/api/v1/posts', post({ [field]: value }), {
        status: 422,
        code: 'reference.unknown',
        fields: [field],
      })
    await expectRefusal(
      'POST',
      '/api/v1/campaigns',
      { title: 'A', startsOn: '2027-01-01', endsOn: '2027-02-01', ownerId: crypto.randomUUID() },
      { status: 422, code: 'reference.unknown', fields: ['ownerId'] },
    )
    await expectRefusal(
      'POST',
      '/api/v1/conversions',
      { value: '1', currency: 'EUR', clickId: crypto.randomUUID() },
      { status: 422, code: 'reference.unknown', fields: ['clickId'] },
    )
  })
})

describe('a list', () => {
  const lists = allRoutes().filter((route) => 'cursor' in route.fields)
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const junk = [
    'x',
    '%00',
    '🦀',
    'a'.repeat(401),
    encoded([]),
    encoded(['x']),
    encoded([null]),
    encoded({}),
    encoded(['1', '2', '3']),
    encoded(['2026-01-01T00:00:00Z', 'x']),
    encoded(['-1; drop table events']),
    encoded(['99999999999999999999']),
    encoded(['1e9']),
  ]

  /** With what the list asks for besides. */
  const listed = (route: Route, query: string) =>
    `${addressOf(route, { world, filled })}?${'kind' in route.fields ? 'kind=goal&' : ''}${query}`

  it.each(lists)('refuses a cursor that it did not make: $path', async (route) => {
    for (const cursor of junk) {
      const answer = await world.admin.call('GET', listed(route, `cursor=${encodeURIComponent(cursor)}`))
      expect([cursor, answer.status, answer.at('fields.0.path')]).toEqual([cursor, 422, 'cursor'])
    }
  })

  it.each(lists)('refuses a limit that is none: $path', async (route) => {
    for (const limit of ['-1', '0', '201', '1.5', 'all', '1e9', 'NaN', '']) {
      const answer = await world.admin.call('GET', listed(route, `limit=${limit}`))
      expect([limit, answer.status, answer.at('fields.0.path')]).toEqual([limit, 422, 'limit'])
    }
  })
})
