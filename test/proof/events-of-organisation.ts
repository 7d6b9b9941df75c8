import { expect, it } from 'vitest'
import { addColleague } from '../colleague.ts'
import type { Ledger } from './event-ledger.ts'

/** The changes of units, positions, people, agencies and the operating model. */
export function tellOrganisation(open: () => Ledger): void {
  const route = (name: string) => `organisation.${name}`

  it('of units and positions leaves one event: adding, changing, closing, opening again', async () => {
    const { call, filled, one } = open()
    for (const [kind, type, fields, changes] of [
      ['units', 'unit', { name: 'A', kind: 'team', parentId: filled.unitId }, { name: 'B' }],
      ['positions', 'position', { title: 'A', unitId: filled.unitId }, { title: 'B' }],
    ] as const) {
      const made = await one(route(`${kind}.create`), () => call('POST', kind, fields))
      const path = `${kind}/${made.answer.id}`
      const changed = await one(route(`${kind}.change`), () => call('PATCH', path, changes))
      const closed = await one(route(`${kind}.close`), () => call('POST', `${path}/closure`))
      const opened = await one(route(`${kind}.reopen`), () => call('DELETE', `${path}/closure`))
      expect([made, changed, closed, opened].map(({ event }) => event.verb)).toEqual(
        ['created', 'changed', 'closed', 'opened'].map((verb) => `${type}.${verb}`),
      )
      expect([made.event.before, changed.event.after]).toEqual([null, changes])
    }
  })

  it('of a reporting line leaves one event that names whom it was and whom it is', async () => {
    const { call, filled, one } = open()
    const path = `positions/${filled.positionId}/lines/functional`
    const set = await one(route('lines.set'), () => call('PUT', path, { superiorId: filled.superiorId }))
    expect([set.event.before, set.event.after]).toEqual([
      { kind: 'functional', superior: null },
      { kind: 'functional', superior: 'Head of communication' },
    ])
    const ended = await one(route('lines.end'), () => call('DELETE', path))
    expect(ended.event.verb).toBe('position.line-ended')
  })

  it('of a person’s profile, absences, team and representation leaves one event', async () => {
    const { call, filled, one, world } = open()
    const { id } = await addColleague(world, 'Elif Yavaş', 'manager')
    const profile = await one(route('profiles.change'), () =>
      call('PATCH', `people/${id}/profile`, { languages: ['de'] }),
    )
    expect([profile.event.before, profile.event.after]).toEqual([{ languages: [] }, { languages: ['de'] }])
    const away = { personId: id, fromOn: '2099-05-01', untilOn: '2099-05-02' }
    const absent = await one(route('absences.create'), () => call('POST', 'absences', away))
    // That somebody is away is personal: it is told that it was said, not when.
    expect(JSON.stringify(absent.event)).not.toContain('2099')
    await one(route('absences.remove'), () => call('DELETE', `absences/${absent.answer.id}`))
    const core = await one(route('team.setCore'), () => call('PUT', `people/${id}/core-team`, { member: true }))
    expect([core.event.before, core.event.after]).toEqual([{ coreTeam: false }, { coreTeam: true }])
    await one(route('team.setRepresentative'), () =>
      call('PUT', `units/${filled.unitId}/representative`, { personId: id }),
    )
  })

  it('of an agency leaves one event for its terms, and one for the unit that it is', async () => {
    const { call, one, several, world } = open()
    const terms = { name: 'A', ownerId: world.personId, endsOn: '2099-12-31' }
    const given = { activities: ['create'], channelIds: [], campaignIds: [] }
    const { answer } = await several(route('agencies.create'), ['unit.created', 'agency.terms-set'], () =>
      call('POST', 'agencies', { ...terms, ...given }),
    )
    const changed = await one(route('agencies.change'), () =>
      call('PATCH', `agencies/${answer.id}`, { endsOn: '2098-12-31' }),
    )
    expect([changed.event.before, changed.event.after]).toEqual([{ endsOn: '2099-12-31' }, { endsOn: '2098-12-31' }])
  })

  it('that brings a list in leaves one event for each record, and one for the list', async () => {
    const { call, several } = open()
    const text = 'name,kind,parent\nSouth,team,DACH\nNorth,team,DACH\n'
    const verbs = ['unit.created', 'unit.created', 'organisation.list-imported']
    const { events } = await several(route('transfer.import'), verbs, () =>
      call('POST', 'transfer', { list: 'units', text }),
    )
    expect(events.at(-1)?.after).toMatchObject({ list: 'units', created: 2 })
  })

  it('of the operating model leaves one event with the reason, whole or of one cell', async () => {
    const { call, filled, one, several } = open()
    const set = await one(route('model.set'), () =>
      call('PUT', 'operating-model', { model: 'decentralised', reason: 'Closer to customers' }),
    )
    expect(set.event.after).toMatchObject({ model: 'decentralised', reason: 'Closer to customers' })
    const cell = `operating-model/cells/${filled.unitId}/measure`
    const given = await one(route('model.setCell'), () => call('PUT', cell, { part: 'informed' }))
    expect(given.event.after).toEqual({ activity: 'measure', part: 'informed' })
    const cleared = await one(route('model.clearCell'), () => call('DELETE', cell))
    expect([cleared.event.before, cleared.event.after]).toEqual([
      { activity: 'measure', part: 'informed' },
      { activity: 'measure', part: null },
    ])
    const answers = { role: ['awareness'] }
    const kept = await one(route('placements.create'), () => call('POST', 'placements', { title: 'A', answers }))
    const path = `placements/${kept.answer.id}`
    await one(route('placements.propose'), () => call('POST', `${path}/proposal`))
    await one(route('placements.withdraw'), () => call('DELETE', `${path}/proposal`))
    await one(route('placements.remove'), () => call('DELETE', path))
    await call('POST', `placements/${filled.placementId}/proposal`)
    await several(route('placements.apply'), ['operating-model.set', 'placement.applied'], () =>
      call('POST', `placements/${filled.placementId}/application`, { reason: 'As advised' }),
    )
  })
}
