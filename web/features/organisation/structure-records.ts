import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import { queryOptions, type QueryClient } from '@tanstack/react-query'
import type { Contract } from '#contract/index.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { meQuery } from '#web/kernel/session.tsx'

type Answers = InferContractRouterOutputs<Contract>['organisation']
type Requests = InferContractRouterInputs<Contract>['organisation']

export type Unit = Answers['units']['read']
export type UnitRequest = Requests['units']['create']
export type Position = Answers['positions']['read']
export type Profile = Answers['profiles']['read']
export type Absence = Answers['absences']['list']['items'][number]
export type Gap = Answers['team']['coverage']['gaps'][number]
export type RegionWeek = Answers['team']['coverage']['weeks'][number]
export type Representation = Answers['team']['read']['representatives'][number]
export type Agency = Answers['agencies']['list']['items'][number]
export type AgencyRequest = Requests['agencies']['create']
export type Tried = Answers['transfer']['check']
export type Week = NonNullable<Unit['coverHours']>

export const everyUnit = orpc.organisation.units.list.queryOptions({ staleTime: 30_000 })

/** Open positions of one unit. */
export const positionsOf = (unitId: string) =>
  queryOptions({
    queryKey: [...orpc.organisation.positions.key(), 'of', unitId],
    queryFn: () => everyPage((page) => api.organisation.positions.list({ ...page, unitId })),
  })

/** Everybody, in the order in which they joined. */
export const everyPerson = queryOptions({
  queryKey: [...orpc.organisation.people.key(), 'every'],
  queryFn: () => everyPage((page) => api.organisation.people(page)),
  staleTime: 60_000,
})

/** Asks again for everything that a change of the structure can alter: also what one may do oneself. */
export async function refreshStructure(queryClient: QueryClient): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: orpc.organisation.key() }),
    queryClient.invalidateQueries({ queryKey: meQuery.queryKey }),
  ])
}
