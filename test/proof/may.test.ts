import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACTIVITIES, OPERATING_MODELS, type Action, type Role } from '#contract/actions.ts'
import { plantPerson, plantUnit, rootUnit } from '#server/features/organisation/test-structure.ts'
import { fillWorld, type Filled } from '../fill-world.ts'
import { DIVIDED, REACH, SEATS, holds, type Seat } from '../role-table.ts'
import { createWorld, type Caller, type World } from '../world.ts'
import { allRoutes } from './routes.ts'

let world: World
let filled: Filled
let seats: Map<string, Caller>
let guest: { readonly caller: Caller; readonly unitId: string }
let channels: { readonly region: string; readonly beside: string; readonly none: string }

const seatKey = (role: string, seat: Seat) => `${role} ${seat}`
/** A manager in every seat; of the others one who may more and one who may less. The table without HTTP asks for all. */
const ASKED = [
  ...SEATS.map((seat) => ['manager', seat] as const),
  ['executive', 'centre'],
  ['officer', 'region'],
] as const satisfies readonly (readonly [Role, Seat])[]

beforeAll(async () => {
  world = await createWorld()
  filled = await fillWorld(world)
  const company = await rootUnit(world)
  const region = await plantUnit(world, { name: 'DACH' })
  const beside = await plantUnit(world, { name: 'UK' })
  const units: Record<Seat, string> = {
    company,
    centre: await plantUnit(world, { name: 'Social hub', kind: 'department', centre: true }),
    region,
    hub: await plantUnit(world, { name: 'DACH hub', kind: 'team', parentId: region, centre: true }),
    team: await plantUnit(world, { name: 'Bern', kind: 'team', parentId: region }),
  }
  seats = new Map()
  for (const [role, seat] of ASKED) {
    const { key } = await plantPerson(world, { name: seatKey(role, seat), role, unitId: units[seat] })
    seats.set(seatKey(role, seat), world.holder(key))
  }
  const unitId = await plantUnit(world, { name: 'Lumen Row', kind: 'agency' })
  const { key } = await plantPerson(world, { name: 'Nora', role: 'manager', unitId })
  guest = { caller: world.holder(key), unitId }
  channels = { region: await channelOf(region), beside: await channelOf(beside), none: filled.channelId }
})
afterAll(() => world.close())

async function channelOf(unitId: string): Promise<string> {
  const { id } = await world.admin.call('POST', '/api/v1/channels', {
    platform: 'newsroom',
    name: unitId,
    settings: {},
  })
  await world.kernel.database.inOrganisation(world.organisationId, (db) =>
    db.updateTable('publishing_channels').set({ unit_id: unitId }).where('id', '=', id).execute(),
  )
  return id
}

function caller(role: string, seat: Seat): Caller {
  const found = seats.get(seatKey(role, seat))
  if (found === undefined) throw new Error(`Nobody is ${role} in the ${seat}`)
  return found
}

function activityOf(action: string) {
  return ACTIVITIES.find((activity) => DIVIDED[activity].some((one) => one === action)) ?? null
}

const guarded = allRoutes().filter((route) => route.may !== 'public' && route.may !== 'signed-in')
/** One route for each right, a reading one where there is one. */
const eachRight = [...new Set(guarded.map((route) => route.may))].flatMap(
  (may) =>
    guarded.find((route) => route.may === may && route.method === 'GET') ??
    guarded.find((route) => route.may === may) ??
    [],
)
/** Ids of nothing, so that whoever is let through finds nothing and changes nothing. */
const address = (path: string) => `/api/v1${path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID())}`
const ask = (who: Caller, method: string, path: string) =>
  who.call(method, address(path), method === 'GET' ? undefined : {})

describe.each(OPERATING_MODELS)('in the model %s', (model) => {
  beforeAll(async () => {
    await world.admin.call('PUT', '/api/v1/operating-model', { model, clear: true, reason: 'Proof' })
  })

  const divided = guarded.filter((route) => activityOf(route.may) !== null)
  it.each(divided.map((route) => [`${route.method} ${route.path}`, route] as const))(
    'the route %s is open to the seats that the table names, and held with the reason for the others',
    async (_, { method, path, may, beyondModel }) => {
      const activity = activityOf(may)
      for (const [role, seat] of ASKED) {
        const answer = await ask(caller(role, seat), method, path)
        // A workflow may ask somebody whom the model leaves out: there the handler asks, once it knows who is asked.
        const open = beyondModel || (activity !== null && REACH[model][seat][ACTIVITIES.indexOf(activity)] !== '-')
        const because = !holds(role, may as Action) ? 'right.missing' : open ? null : 'right.not-in-model'
        const code = String(answer.at('code'))
        expect([seat, role, code.startsWith('right.') ? code : null]).toEqual([seat, role, because])
      }
    },
  )

  it('leaves every other route as the role says, wherever one sits', async () => {
    const free = eachRight.filter((route) => activityOf(route.may) === null && route.method === 'GET')
    for (const { method, path, may } of free)
      for (const seat of SEATS) {
        const answer = await ask(caller('manager', seat), method, path)
        expect([path, answer.status === 403]).toEqual([path, !holds('manager', may as Action)])
      }
  })

  it('lets a region plan posts for its own channels and for those of no unit, and for no other', async () => {
    const adapts = REACH[model].region[ACTIVITIES.indexOf('adapt')] !== '-'
    const plan = async (channelId: string) => {
      const answer = await caller('officer', 'region').call('POST', '/api/v1/posts', {
        channelId,
        text: 'Harvest news',
        plannedAt: new Date(Date.now() + 3_600_000).toISOString(),
        timeZone: 'Europe/Istanbul',
      })
      return answer.status === 201 ? 'planned' : answer.at('code')
    }
    expect([await plan(channels.region), await plan(channels.none), await plan(channels.beside)]).toEqual(
      adapts ? ['planned', 'planned', 'right.not-in-model'] : Array(3).fill('right.not-in-model'),
    )
  })
})

/** Some questions are asked by POST. */
const READS = ['organisation.read', 'policies.read', 'rules.read', 'content.read', 'channels.read', 'posts.read']

describe('a guest from an agency', () => {
  const setTerms = (terms: { endsOn: string; activities: string[] }) =>
    world.kernel.database.inOrganisation(world.organisationId, async (db) => {
      await db.deleteFrom('organisation_agencies').execute()
      await db
        .insertInto('organisation_agencies')
        .values({
          organisation_id: world.organisationId,
          unit_id: guest.unitId,
          owner_id: world.personId,
          ends_on: terms.endsOn,
          activities: terms.activities,
          channel_ids: [],
          campaign_ids: [],
        })
        .execute()
    })
  const codeOf = async (method: string, path: string) => String((await ask(guest.caller, method, path)).at('code'))

  it('may do nothing at all before anything was given, and nothing any more after the end', async () => {
    for (const { method, path, may } of eachRight) {
      const because = holds('manager', may as Action) ? 'right.agency-without-owner' : 'right.missing'
      expect([path, await codeOf(method, path)]).toEqual([path, because])
    }
    await setTerms({ endsOn: '2020-01-01', activities: ['create', 'adapt', 'publish'] })
    for (const { method, path, may } of guarded) {
      const because = holds('manager', may as Action) ? 'right.agency-ended' : 'right.missing'
      expect([path, await codeOf(method, path)]).toEqual([path, because])
    }
  })

  it('reaches the routes of the activities it was given, and no other that changes anything', async () => {
    await setTerms({ endsOn: '2099-01-01', activities: ['adapt'] })
    for (const { method, path, may } of guarded.filter((route) => route.method !== 'GET')) {
      const code = await codeOf(method, path)
      const given = activityOf(may) === 'adapt' || READS.includes(may)
      expect([path, code.startsWith('right.')]).toEqual([path, !given])
    }
  })
})
