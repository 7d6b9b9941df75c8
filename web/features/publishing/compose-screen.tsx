import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { Composer } from './compose/composer.tsx'
import { PostEditor } from './compose/post-editor.tsx'
import { startNew } from './compose/start-composition.ts'
import { everyChannel, postQuery } from './queries.ts'
import type { Channel, Piece, SavedVariant } from './records.ts'

/** The composer: a new post, one from a piece (`pieceId`) or for a campaign (`campaignId`), or a planned one (`postId`). */
export function ComposeScreen() {
  const { postId, pieceId } = useSearch({ from: '/shell/posts/new' })
  if (postId !== undefined) return <Editing key={postId} id={postId} />
  return <Writing key={pieceId ?? 'new'} />
}

function Waiting({ query }: { query: Parameters<typeof Loaded>[0]['query'] }) {
  const { t } = useTranslation('publishing')
  return (
    <Page title={t('compose.new')}>
      <Loaded query={query} skeleton={8}>
        {() => null}
      </Loaded>
    </Page>
  )
}

function Editing({ id }: { id: string }) {
  const { t } = useTranslation('publishing')
  const post = useQuery({ ...postQuery(id), staleTime: 0 })
  const channels = useQuery(everyChannel)
  if (post.data === undefined || channels.data === undefined)
    return <Waiting query={post.data === undefined ? post : channels} />
  const channel = channels.data.find((one) => one.id === post.data.channel.id)
  if (channel === undefined)
    return (
      <Page title={t('compose.new')}>
        <p className="text-2">{t('compose.channel-gone')}</p>
      </Page>
    )
  return <PostEditor draft={`post:${id}`} post={post.data} channel={channel} />
}

function Writing() {
  const search = useSearch({ from: '/shell/posts/new' })
  const channels = useQuery(everyChannel)
  const byId = (id: string | undefined) => ({ input: { id: id ?? '' }, enabled: id !== undefined })
  const piece = useQuery(orpc.content.piece.queryOptions(byId(search.pieceId)))
  const variants = useQuery(orpc.content.variants.queryOptions(byId(search.pieceId)))
  const campaign = useQuery(orpc.content.campaign.queryOptions(byId(search.campaignId)))
  const needed = [
    channels,
    ...(search.pieceId === undefined ? [] : [piece, variants]),
    ...(search.campaignId === undefined ? [] : [campaign]),
  ]
  const waiting = needed.find((query) => query.data === undefined)
  if (channels.data === undefined || waiting !== undefined) return <Waiting query={waiting ?? channels} />
  return (
    <NewPost
      channels={channels.data.filter((one) => one.state !== 'disconnected')}
      piece={piece.data ?? null}
      variants={variants.data?.items ?? []}
      campaign={campaign.data ?? null}
    />
  )
}

interface NewPostProps {
  readonly channels: readonly Channel[]
  readonly piece: Piece | null
  readonly variants: readonly SavedVariant[]
  readonly campaign: { readonly id: string; readonly title: string } | null
}

function NewPost({ channels, piece, variants, campaign }: NewPostProps) {
  const me = useMe()
  const navigate = useNavigate()
  const search = useSearch({ from: '/shell/posts/new' })
  const [round, setRound] = useState(0)
  const { on, channel } = search
  const initial = useMemo(
    () =>
      startNew(
        { now: new Date(), timeZone: me.organisation.timeZone, language: me.organisation.language, on },
        {
          piece,
          variants,
          campaign: campaign === null ? null : { id: campaign.id, title: campaign.title },
          channels,
          channel,
        },
      ),
    // A new round starts over; what is fetched again meanwhile does not overwrite what is being written.
    // oxlint-disable-next-line react/exhaustive-deps
    [round],
  )
  const draft = piece !== null ? `post:piece:${piece.id}` : `post:new:${campaign?.id ?? ''}`
  return (
    <Composer
      key={round}
      draft={draft}
      initial={initial}
      channels={channels}
      onStartOver={() => {
        setRound((count) => count + 1)
        void navigate({ to: '/posts/new', search, replace: true })
      }}
    />
  )
}
