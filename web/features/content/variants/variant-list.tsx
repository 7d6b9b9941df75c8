import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { everyChannel } from '../records.ts'
import type { Channel, Variant } from '../records.ts'
import { PlatformMark } from './platform-mark.tsx'
import { useVariants } from './use-variants.ts'
import classes from './variants.module.css'

/** Each channel with whether it follows the piece or has a text of its own, and the way back. */
export function VariantList({ pieceId }: { readonly pieceId: string }) {
  const { t } = useTranslation('content')
  const variants = useQuery(orpc.content.variants.queryOptions({ input: { id: pieceId } }))
  const channels = useQuery(everyChannel)
  return (
    <Card title={t('variants.title')}>
      <Loaded query={variants}>
        {({ items }) => (
          <Loaded query={channels}>
            {(all) => {
              const shown = all.filter(
                (channel) =>
                  channel.state !== 'disconnected' || items.some((variant) => variant.channelId === channel.id),
              )
              if (shown.length === 0) return <p className="text-3">{t('variants.none')}</p>
              return (
                <ul className={classes.list}>
                  {shown.map((channel) => (
                    <VariantRow
                      key={channel.id}
                      pieceId={pieceId}
                      channel={channel}
                      variant={items.find((one) => one.channelId === channel.id && !one.followsPiece)}
                    />
                  ))}
                </ul>
              )
            }}
          </Loaded>
        )}
      </Loaded>
    </Card>
  )
}

function VariantRow({
  pieceId,
  channel,
  variant,
}: {
  pieceId: string
  channel: Channel
  variant: Variant | undefined
}) {
  const { t } = useTranslation('content')
  const time = useTime()
  const calls = useVariants(pieceId)
  return (
    <li className={classes.row}>
      <PlatformMark platform={channel.platform} />
      <span className={`medium ${classes.name}`} title={channel.name}>
        {channel.name}
      </span>
      {variant === undefined ? (
        <span className="text-3 small">{t('variant.follows')}</span>
      ) : (
        <AllowedButton
          action="variants.change"
          size="xs"
          variant="subtle"
          aria-label={t('variant.follow-label', { channel: channel.name })}
          onClick={() => void calls.follow(variant, channel)}
        >
          {t('variant.follow')}
        </AllowedButton>
      )}
      {variant !== undefined && (
        <span className={classes.state}>
          {t('variant.own', {
            form: t(`form.${variant.form}`, { count: variant.parts.length }),
            when: time.relative(variant.changedAt),
          })}
        </span>
      )}
    </li>
  )
}
