import type { World } from './world.ts'
import type { Make } from './fill-world.ts'

export interface FilledOrganisation {
  readonly companyId: string
  readonly unitId: string
  readonly positionId: string
  readonly agencyId: string
  readonly placementId: string
  readonly absenceId: string
  readonly invitationId: string
}

/** One of everything that the organisation itself is made of. */
export async function fillOrganisation(world: World, make: Make): Promise<FilledOrganisation> {
  const companyId = String((await world.admin.call('GET', '/api/v1/units')).at('items.0.id'))
  const unitId = await make('units', { name: 'DACH', kind: 'region', parentId: companyId, country: 'DE' })
  return {
    companyId,
    unitId,
    positionId: await make('positions', { unitId, title: 'Regional reviewer', duty: 'regional-reviewer' }),
    placementId: await make('placements', { title: 'Spring', answers: { role: ['awareness'] } }),
    agencyId: await make('agencies', {
      name: 'Lumen Row',
      ownerId: world.personId,
      endsOn: '2099-12-31',
      activities: [],
      channelIds: [],
      campaignIds: [],
    }),
    absenceId: await make('absences', { fromOn: '2099-01-01', untilOn: '2099-01-02' }),
    invitationId: await make('invitations', { email: 'someone@example.org', name: 'Someone', role: 'officer' }),
  }
}
