import { expect } from 'vitest'
import type { Role } from '#contract/actions.ts'
import { plantPerson, plantUnit, rootUnit } from '#server/features/organisation/test-structure.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { createWorld, type Answer, type Caller, type World } from '#test/world.ts'
import { approvalPorts, type PublishingPorts } from '#server/features/publishing/index.ts'
import { createPlatforms } from '#server/platforms/registry.ts'
import { watchApprovals } from './watch-approvals.ts'

export interface Member {
  readonly caller: Caller
  readonly personId: string
  readonly positionId: string
}

export interface Approving extends AsyncDisposable {
  readonly world: World
  readonly companyId: string
  readonly regionId: string
  readonly channelId: string
  /** Writes posts for the region. */
  readonly author: Member
  /** Holds the duty of regional reviewer there. */
  readonly reviewer: Member
  /** Above both, at the company. */
  readonly strategist: Member
  readonly addMember: (
    name: string,
    role: Role,
    unitId: string,
    more?: { duty?: string; superiorOf?: readonly Member[] },
  ) => Promise<Member>
  readonly setLine: (member: Member, superior: Member) => Promise<void>
  /** Lets time pass; minutes count. */
  readonly pass: (minutes: number) => void
  /** What runs every minute. */
  readonly watch: (kernel?: Kernel) => Promise<void>
  readonly addWorkflow: (stages: readonly object[], conditions?: readonly object[], title?: string) => Promise<string>
  readonly plan: (by: Caller, over?: object) => Promise<Answer>
  /** The newest request of a post. */
  readonly requestOf: (postId: string) => Promise<Answer>
  readonly post: (postId: string) => Promise<Answer>
  readonly decide: (by: Caller, requestId: string, decision?: string, reason?: string) => Promise<Answer>
  readonly run: (statement: string, ...values: readonly unknown[]) => Promise<void>
  readonly noticesOf: (member: Member) => Promise<string[]>
}

/** An organisation with a region, its reviewer, an author and a strategist above them, and a newsroom of the region. */
export async function openApproving(): Promise<Approving> {
  let ahead = 0
  const clock: Clock = { now: () => new Date(Date.now() + ahead), newId: systemClock.newId }
  const world = await createWorld({ clock })
  const { organisationId, kernel } = world
  const run = async (statement: string, ...values: readonly unknown[]) => {
    const client = await kernel.database.pool.connect()
    try {
      await client.query('begin')
      await client.query(`select set_config('app.organisation_id', $1, true)`, [organisationId])
      await client.query(statement, [...values])
      await client.query('commit')
    } catch (error) {
      await client.query('rollback')
      throw error
    } finally {
      client.release()
    }
  }
  const setLine = (member: Member, superior: Member) =>
    run(
      `insert into organisation_reporting_lines (organisation_id, id, kind, position_id, superior_id, since) values ($1, gen_random_uuid(), 'functional', $2, $3, now())`,
      organisationId,
      member.positionId,
      superior.positionId,
    )
  const addMember: Approving['addMember'] = async (name, role, unitId, { duty, superiorOf = [] } = {}) => {
    const { personId, positionId, key } = await plantPerson(world, { name, role, unitId })
    if (duty !== undefined) await run('update organisation_positions set duty = $1 where id = $2', duty, positionId)
    const member = { caller: world.holder(key), personId, positionId }
    for (const below of superiorOf) await setLine(below, member)
    return member
  }
  const companyId = await rootUnit(world)
  await run(`update organisation_operating_models set model = 'decentralised'`)
  const regionId = await plantUnit(world, { name: 'Türkiye' })
  const channel = await world.admin.call('POST', '/api/v1/channels', {
    platform: 'newsroom',
    name: 'Newsroom',
    settings: {},
  })
  const placed = await world.admin.call('PATCH', `/api/v1/channels/${channel.id}`, { unitId: regionId })
  expect([placed.status, placed.at('unitId')]).toEqual([200, regionId])
  const author = await addMember('Burcu', 'officer', regionId)
  const reviewer = await addMember('Elif', 'manager', regionId, { duty: 'regional-reviewer' })
  const strategist = await addMember('Deniz', 'strategist', companyId, { superiorOf: [author, reviewer] })
  await run(
    `insert into organisation_responsibilities (organisation_id, unit_id, activity, part) values ($1, $2, 'approve', 'accountable')`,
    organisationId,
    companyId,
  )
  const ports = approvalPorts(kernel, publishingPorts(world))
  return {
    world,
    companyId,
    regionId,
    channelId: channel.id,
    author,
    reviewer,
    strategist,
    addMember,
    setLine,
    pass: (minutes) => void (ahead += minutes * 60_000),
    watch: (by = kernel) => watchApprovals(by, ports),
    addWorkflow: async (stages, conditions = [], title = 'Region first') => {
      const made = await world.admin.call('POST', '/api/v1/workflows', { title, conditions, stages })
      expect(made.status, JSON.stringify(made.body)).toBe(201)
      return made.id
    },
    plan: (by, over = {}) =>
      by.call('POST', '/api/v1/posts', {
        channelId: channel.id,
        text: 'Günaydın, taze kavrulmuş kahve hazır',
        plannedAt: new Date(clock.now().getTime() + 48 * 3_600_000).toISOString(),
        timeZone: 'Europe/Istanbul',
        ...over,
      }),
    requestOf: async (postId) => {
      const listed = await world.admin.call('GET', `/api/v1/posts/${postId}/approvals`)
      expect(listed.status, JSON.stringify(listed.body)).toBe(200)
      return world.admin.call('GET', `/api/v1/approvals/${String(listed.at('items.0.id'))}`)
    },
    post: (postId) => world.admin.call('GET', `/api/v1/posts/${postId}`),
    decide: (by, requestId, decision = 'approve', reason) =>
      by.call('POST', `/api/v1/approvals/${requestId}/decisions`, { decision, reason }),
    run,
    noticesOf: (member) =>
      kernel.database.inOrganisation(organisationId, async (db) => {
        const rows = await db
          .selectFrom('organisation_notices')
          .select('kind')
          .where('person_id', '=', member.personId)
          .orderBy('id')
          .execute()
        return rows.map((row) => row.kind)
      }),
    [Symbol.asyncDispose]: world.close,
  }
}

/** As app.ts joins them, without short links. */
function publishingPorts({ kernel }: World): PublishingPorts {
  return {
    platforms: new Map(createPlatforms(kernel).map((platform) => [platform.description.id, platform])),
    trackLinks: (_db, { texts }) => Promise.resolve([...texts]),
    linkLength: 20,
    published: () => Promise.resolve(),
    removed: () => Promise.resolve(),
  }
}

/** One stage that asks the region's reviewer. */
export const REVIEW = { name: 'Regional review', approvers: [{ kind: 'duty', duty: 'regional-reviewer' }] }
