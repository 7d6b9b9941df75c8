import { useQuery } from '@tanstack/react-query'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'

/** All units that are open; empty until they are there, or for who may not see them. */
export function useUnits(): readonly { readonly id: string; readonly name: string }[] {
  const may = useMe().actions.includes('people.read')
  const units = useQuery(orpc.organisation.units.list.queryOptions({ staleTime: 60_000, enabled: may }))
  return (units.data?.items ?? []).filter((unit) => unit.closedAt === null)
}

/** A unit's name by its id; empty until it is known. */
export function useUnitName(): (id: string) => string {
  const units = useUnits()
  return (id) => units.find((unit) => unit.id === id)?.name ?? ''
}
