import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { TraceLine } from '#web/ui/trace-line.tsx'
import type { Station, StationType, Trace } from '#web/ui/trace-line.tsx'
import type { Composition, Reference } from './composition.ts'
import classes from './compose-trace.module.css'

const TYPES: readonly StationType[] = ['objective', 'goal', 'campaign', 'piece', 'post', 'result']
const NOTHING = { posts: 0, clicks: 0, conversions: 0, value: [] }

/** Where the post will lead. A gap is closed on the spot: by choosing a campaign, or on the campaign's page. */
export function ComposeTrace({ composition, post }: { readonly composition: Composition; readonly post: string }) {
  const { t } = useTranslation('publishing')
  const navigate = useNavigate()
  const { campaign, piece } = composition
  const from = campaign !== null ? { type: 'campaign' as const, id: campaign.id } : null
  const above = useQuery({
    ...orpc.measurement.trace.queryOptions({ input: from ?? { type: 'campaign', id: '' } }),
    enabled: from !== null,
    retry: false,
  })
  const channels = composition.channelIds.length
  const here: Station = {
    type: 'post',
    state: 'here',
    total: 1,
    items: [{ id: post, title: t('trace.draft'), detail: t('trace.channels', { count: channels }) }],
  }
  const trace = draftTrace(from === null ? null : (above.data ?? null), { campaign, piece, here })
  const close = (gap: StationType) => {
    if (campaign !== null && gap !== 'campaign')
      void navigate({ to: '/content/campaigns/$id', params: { id: campaign.id } })
    else document.getElementById('compose-campaign')?.focus()
  }
  return (
    <Card className={classes.trace}>
      <TraceLine trace={trace} onClose={close} />
    </Card>
  )
}

interface Known {
  readonly campaign: Reference | null
  readonly piece: Reference | null
  readonly here: Station
}

/** The line of a post that does not exist yet, from what is known of its campaign. */
function draftTrace(above: Trace | null, { campaign, piece, here }: Known): Trace {
  const present = (type: StationType, reference: Reference): Station => ({
    type,
    state: 'present',
    total: 1,
    items: [{ ...reference, detail: null }],
  })
  const missing = (type: StationType, state: 'gap' | 'not-yet'): Station => ({ type, state, total: 0, items: [] })
  const stations = TYPES.map((type): Station => {
    if (type === 'post') return here
    if (type === 'result') return missing(type, 'not-yet')
    if (type === 'piece') return piece === null ? missing(type, 'not-yet') : present(type, piece)
    if (type === 'campaign') return campaign === null ? missing(type, 'gap') : present(type, campaign)
    return above?.stations.find((station) => station.type === type) ?? missing(type, 'not-yet')
  })
  return { subject: { type: 'post', id: here.items[0]?.id ?? '' }, stations, result: { ...NOTHING, value: [] } }
}
