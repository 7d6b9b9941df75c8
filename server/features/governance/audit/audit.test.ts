import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillWorld, type Filled } from '#test/fill-world.ts'
import { addPerson } from '#test/second-organisation.ts'
import { createWorld, until, type Answer, type World } from '#test/world.ts'

interface Shown {
  readonly position: number
  readonly verb: string
  readonly at: string
  readonly actor: { readonly id: string; readonly name: string }
  readonly subject: { readonly type: string; readonly id: string }
}

let world: World
let filled: Filled
let owner: pg.Client

beforeAll(async () => {
  world = await createWorld({ background: true })
  filled = await fillWorld(world)
  owner = new pg.Client(world.connection)
  await owner.connect()
  await owner.query(`set app.maintenance = 'on'`)
})
afterAll(async () => {
  await owner.end()
  await world.close()
})

const ask = (query: string) => world.admin.call('GET', `/api/v1/events?${query}`)
const items = (answer: Answer) => answer.at('items') as Shown[]
const verify = () => world.admin.call('POST', '/api/v1/audit/verifications')
/** Does something to the events past Tutti, looks, and takes it back. */
async function tampered<T>(statement: string, look: () => Promise<T>): Promise<T> {
  await owner.query('create table kept_aside as select * from events')
  await owner.query('create table kept_heads as select * from event_heads')
  try {
    await owner.query(statement)
    return await look()
  } finally {
    await owner.query('delete from events')
    await owner.query('insert into events select * from kept_aside')
    await owner.query('delete from event_heads; insert into event_heads select * from kept_heads')
    await owner.query('drop table kept_aside, kept_heads')
  }
}

describe('the log', () => {
  it('is narrowed by person, verb, kind of record, room, period and text, and by all of them together', async () => {
    const manager = await addPerson(world, 'manager')
    const made = await manager.call('POST', '/api/v1/campaigns', {
      title: 'Spring 100% 50_50',
      startsOn: '2027-03-01',
      endsOn: '2027-04-01',
    })
    const [event] = items(await ask(`subjectType=campaign&subjectId=${made.id}`))
    expect(event).toMatchObject({ verb: 'campaign.created', actor: { name: 'manager' } })
    const actorId = event?.actor.id ?? ''
    const at = event?.at ?? ''
    const byText = async (text: string) =>
      items(await ask(`text=${encodeURIComponent(text)}`)).map((one) => one.subject.id)
    expect(await byText('100% 50_50')).toEqual([made.id])
    expect(await byText('100_ 50%50')).toEqual([])
    for (const query of [
      `actorId=${actorId}`,
      `actorId=${actorId}&verb=campaign.created&subjectType=campaign&room=content&text=spring&from=${at}`,
      `subjectId=${made.id}&room=content`,
    ])
      expect([query, items(await ask(query)).map((one) => one.subject.id)]).toEqual([query, [made.id]])
    expect(items(await ask(`actorId=${actorId}&to=${at}`))).toEqual([])
    expect(items(await ask(`actorId=${actorId}&room=strategy`))).toEqual([])
    expect(new Set(items(await ask('room=strategy')).map((one) => one.subject.type))).toEqual(
      new Set(['objective', 'goal', 'direction']),
    )
    expect((await ask('verb=nonsense')).status).toBe(422)
  })

  it('is narrowed to a unit: what its people did, and what happened to its channels, campaigns and posts', async () => {
    const unitId = crypto.randomUUID()
    await owner.query(
      `insert into organisation_units (organisation_id, id, parent_id, kind, name, created_at) select organisation_id, $2, id, 'region', 'North', now() from organisation_units where organisation_id = $1 and parent_id is null`,
      [world.organisationId, unitId],
    )
    expect(items(await ask(`unitId=${unitId}`))).toEqual([])
    await owner.query('update publishing_channels set unit_id = $1 where id = $2', [unitId, filled.channelId])
    expect(new Set(items(await ask(`unitId=${unitId}`)).map((one) => one.subject.type))).toEqual(
      new Set(['channel', 'post']),
    )
    await owner.query(
      `insert into organisation_positions (organisation_id, id, unit_id, title, person_id, created_at) values ($1, gen_random_uuid(), $2, 'Lead', $3, now())`,
      [world.organisationId, unitId, world.personId],
    )
    // Everything so far was done by that person, through a key.
    expect(items(await ask(`unitId=${unitId}&subjectType=objective`)).length).toBe(1)
  })

  it('says which verbs, kinds of record and actors it holds', async () => {
    const choices = await world.admin.call('GET', '/api/v1/audit/choices')
    const { rows } = await owner.query<{ verbs: string[]; types: string[]; names: string[] }>(
      'select array_agg(distinct verb) as verbs, array_agg(distinct subject_type) as types, array_agg(distinct actor_name) as names from events',
    )
    expect((choices.at('verbs') as string[]).toSorted()).toEqual(rows[0]?.verbs.toSorted())
    expect((choices.at('types') as string[]).toSorted()).toEqual(rows[0]?.types.toSorted())
    expect([...new Set((choices.at('actors') as { name: string }[]).map((actor) => actor.name))].toSorted()).toEqual(
      rows[0]?.names.toSorted(),
    )
  })
})

describe('verifying the chain', () => {
  it('finds it whole, and writes down that and by whom it was asked', async () => {
    const verified = await verify()
    expect([verified.status, verified.at('broken'), verified.at('endedAt')]).toEqual([201, null, expect.any(String)])
    expect(verified.at('reached')).toBe(verified.at('events'))
    const [event] = items(await ask('verb=audit.verified'))
    expect(event).toMatchObject({ after: { startedBy: 'Test', head: verified.at('head') } })
  })

  it.each([
    ['facts', `update events set actor_name = 'Somebody else' where position = 3`, 3],
    ['contents', `update events set after = '{"title":"Nicer"}' where position = 4`, 4],
    ['contents', `update events set before = null, after = null, subject_title = null where position = 4`, 4],
    ['missing', `delete from events where position in (5, 6)`, 5],
    ['end', `delete from events where position > (select max(position) - 2 from events)`, null],
    [
      'erased',
      `update events set subject_title = null, before = null, after = null, salt = null, erasure_id = gen_random_uuid() where position = 4`,
      4,
    ],
    [
      'rewritten',
      `update events set after = '{}' where position = 4;
       update events set content_hash = event_content_hash(events) where position = 4;
       do $$ declare e events; last bytea := '\\x'; begin
         for e in select * from events order by position loop
           e.previous_hash := last; last := event_hash(last, e);
           update events set previous_hash = e.previous_hash, hash = last where position = e.position;
         end loop;
         update event_heads set hash = last;
       end $$`,
      null,
    ],
  ])('names the position and the reason: %s', async (why, statement, position) => {
    await verify()
    const found = await tampered(statement, verify)
    expect([found.at('broken.why'), position === null || found.at('broken.position') === position]).toEqual([why, true])
    expect((await verify()).at('broken')).toBeNull()
  })

  it('of a long log goes on in the background, and tells how far it is', async () => {
    const many = 20_500
    await owner.query(
      `select append_events($1, (select jsonb_agg(jsonb_build_object('id', gen_random_uuid(), 'at', now(), 'actor_kind', 'system', 'actor_name', 'Tutti', 'verb', 'objective.changed', 'subject_type', 'objective', 'subject_id', $2::text, 'after', jsonb_build_object('n', n))) from generate_series(1, ${many}) n))`,
      [world.organisationId, filled.objectiveId],
    )
    const begun = await verify()
    expect([begun.status, begun.at('endedAt')]).toEqual([201, null])
    const ended = await until(
      () => world.admin.call('GET', `/api/v1/audit/verifications/${begun.id}`),
      (answer) => answer.at('endedAt') !== null,
    )
    expect([ended.at('broken'), ended.at('reached')]).toEqual([null, begun.at('events')])
    const listed = await world.admin.call('GET', '/api/v1/audit/verifications')
    expect(listed.at('items.0.id')).toBe(begun.id)
  })

  it('lets a search go on where it stopped, and finds what is far back', async () => {
    const found: Shown[] = []
    let cursor = ''
    do {
      const page: Answer = await ask(`subjectType=objective&text=Grow%20direct${cursor}`)
      found.push(...items(page))
      const next = page.at('nextCursor') as string | null
      cursor = next === null ? '' : `&cursor=${next}`
      expect(page.at('searchedTo') === null).toBe(next === null)
    } while (cursor !== '')
    expect(found.map((one) => one.subject.id)).toEqual([filled.objectiveId])
  })
})
