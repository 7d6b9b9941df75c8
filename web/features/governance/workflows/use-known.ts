import { useQuery } from '@tanstack/react-query'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useUnits } from '#web/ui/use-units.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Everything that conditions and approvers can name, to choose from and to say by name. */
export function useKnown(): Readonly<
  Record<'channels' | 'platforms' | 'campaigns' | 'units' | 'positions' | 'people', readonly Choice[]>
> {
  const channels = useQuery({
    queryKey: [...orpc.publishing.channels.key(), 'every'],
    queryFn: () => everyPage((page) => api.publishing.channels(page)),
    staleTime: 60_000,
  })
  const platforms = useQuery(orpc.publishing.platforms.queryOptions({ staleTime: 600_000 }))
  const campaigns = useQuery({
    queryKey: [...orpc.content.campaigns.key(), 'every'],
    queryFn: () => everyPage((page) => api.content.campaigns(page)),
    staleTime: 60_000,
  })
  const positions = useQuery(orpc.organisation.positions.list.queryOptions({ input: {}, staleTime: 60_000 }))
  const people = useQuery({
    queryKey: [...orpc.organisation.people.key(), 'every'],
    queryFn: () => everyPage((page) => api.organisation.people(page)),
    staleTime: 60_000,
  })
  const units = useUnits()
  return {
    channels: (channels.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
    platforms: (platforms.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    campaigns: (campaigns.data ?? []).map(({ id, title }) => ({ value: id, label: title })),
    units: units.map(({ id, name }) => ({ value: id, label: name })),
    positions: (positions.data?.items ?? [])
      .filter(({ closedAt }) => closedAt === null)
      .map(({ id, title, unit }) => ({ value: id, label: `${title}, ${unit.name}` })),
    people: (people.data ?? []).filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name })),
  }
}

export type Known = ReturnType<typeof useKnown>
