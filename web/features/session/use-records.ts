import { useQuery } from '@tanstack/react-query'
import type { Action } from '#contract/actions.ts'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { firstLine } from './palette-entries.ts'
import type { Found } from './palette-entries.ts'

const NEWEST = { limit: 200 }

function named(type: Found['type'], items: readonly { id: string; title: string }[] | undefined): readonly Found[] {
  return (items ?? []).map(({ id, title }) => ({ type, id, title }))
}

/** The newest 200 of each kind of record that a person may see, by title; fetched when the search opens. */
export function useRecords(): { readonly records: readonly Found[]; readonly loading: boolean } {
  const { actions } = useMe()
  const allowed = (action: Action) => ({ input: NEWEST, enabled: actions.includes(action), staleTime: 60_000 })
  const objectives = useQuery(orpc.strategy.objectives.queryOptions(allowed('strategy.read')))
  const goals = useQuery(orpc.strategy.goals.queryOptions(allowed('strategy.read')))
  const campaigns = useQuery(orpc.content.campaigns.queryOptions(allowed('content.read')))
  const pieces = useQuery(orpc.content.pieces.queryOptions(allowed('content.read')))
  const posts = useQuery(orpc.publishing.posts.queryOptions(allowed('posts.read')))
  return {
    loading: [objectives, goals, campaigns, pieces, posts].some((query) => query.isLoading),
    records: [
      ...named('objective', objectives.data?.items),
      ...named('goal', goals.data?.items),
      ...named('campaign', campaigns.data?.items),
      ...named('piece', pieces.data?.items),
      ...named(
        'post',
        posts.data?.items.map(({ id, title, text, channel }) => ({
          id,
          title: `${firstLine(title ?? text)} · ${channel.name}`,
        })),
      ),
    ],
  }
}
