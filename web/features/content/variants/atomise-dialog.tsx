import { Button, Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconPlugConnected } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { everyChannel } from '../records.ts'
import type { Channel, Piece } from '../records.ts'
import { ProposalCard } from './proposal-card.tsx'
import { useVariants } from './use-variants.ts'
import type { Offer } from './use-variants.ts'
import classes from './variants.module.css'

/** As wide as its cards: one, two, or three beside each other. */
const WIDTHS = [560, 560, 820, 1180] as const

interface AtomiseDialogProps {
  readonly piece: Piece
  readonly opened: boolean
  readonly onClose: () => void
}

/** Proposes a form of the piece for every connected channel, side by side; nothing is saved until it is accepted. */
export function AtomiseDialog({ piece, opened, onClose }: AtomiseDialogProps) {
  const { t } = useTranslation(['content', 'ui'])
  const count = (useQuery(everyChannel).data ?? []).filter((channel) => channel.state === 'connected').length
  const phone = useMediaQuery('(max-width: 720px)', false, { getInitialValueInEffect: false })
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('atomise.title')}
      size={WIDTHS[Math.min(count, 3)] ?? 560}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <Channels piece={piece} onClose={onClose} />
    </Modal>
  )
}

function Channels({ piece, onClose }: Omit<AtomiseDialogProps, 'opened'>) {
  const { t } = useTranslation('content')
  const channels = useQuery(everyChannel)
  return (
    <Loaded query={channels} skeleton={6}>
      {(all) => {
        const connected = all.filter((channel) => channel.state === 'connected')
        if (connected.length > 0) return <Proposals piece={piece} channels={connected} onClose={onClose} />
        return (
          <Empty
            icon={IconPlugConnected}
            title={t('atomise.no-channel')}
            text={t('atomise.no-channel.text')}
            example={t('atomise.no-channel.example')}
            action={
              <Button component={Link} to="/calendar/channels/new">
                {t('atomise.connect')}
              </Button>
            }
          />
        )
      }}
    </Loaded>
  )
}

interface ProposalsProps {
  readonly piece: Piece
  readonly channels: readonly Channel[]
  readonly onClose: () => void
}

function Proposals({ piece, channels, onClose }: ProposalsProps) {
  const { t } = useTranslation('content')
  const [accepted, setAccepted] = useState<readonly string[]>([])
  const variants = useQuery(orpc.content.variants.queryOptions({ input: { id: piece.id } })).data?.items ?? []
  const calls = useVariants(piece.id)
  const channelIds = channels.map((channel) => channel.id)
  const query = useQuery({
    // By its version, since the same piece and channels always give the same proposals.
    queryKey: [...orpc.content.atomise.key(), piece.id, piece.version, channelIds],
    queryFn: () => api.content.atomise({ id: piece.id, channelIds }),
  })
  const offers: readonly Offer[] = (query.data?.items ?? []).flatMap((proposal) =>
    channels
      .filter((channel) => channel.id === proposal.channelId)
      .map((channel) => ({ proposal, channel, earlier: variants.find((variant) => variant.channelId === channel.id) })),
  )
  const left = offers.filter(({ channel }) => !accepted.includes(channel.id))
  const accept = async (chosen: readonly Offer[]) => {
    const done = await calls.accept(chosen)
    setAccepted((ids) => [...ids, ...done])
  }
  return (
    <>
      <p className={classes.intro}>{t('atomise.intro')}</p>
      <Loaded query={query} skeleton={6}>
        {() => (
          <div className={classes.grid}>
            {offers.map((offer) => (
              <ProposalCard
                key={offer.channel.id}
                offer={offer}
                pictures={piece.media}
                accepted={accepted.includes(offer.channel.id)}
                onAccept={() => void accept([offer])}
              />
            ))}
          </div>
        )}
      </Loaded>
      <div className={classes.ways}>
        <Button variant="default" onClick={onClose}>
          {t(left.length === 0 ? 'atomise.done' : 'atomise.close')}
        </Button>
        {left.length > 1 && (
          <AllowedButton action="variants.change" onClick={() => void accept(left)}>
            {t('atomise.accept-all')}
          </AllowedButton>
        )}
      </div>
    </>
  )
}
