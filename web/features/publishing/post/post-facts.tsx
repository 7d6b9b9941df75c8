import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { DeliveryBadge } from '#web/ui/badges.tsx'
import { cityOf } from '#web/kernel/time.ts'
import { ChannelName } from '../channel-name.tsx'
import type { Post } from '../records.ts'
import classes from './post-facts.module.css'

/** Where, when and how it stands, as a short list of facts. */
export function PostFacts({ post }: { readonly post: Post }) {
  const { t } = useTranslation(['publishing', 'audiences'])
  const time = useTime()
  const { delivery } = post
  const at = delivery.publishedAt ?? delivery.dueAt
  const elsewhere = time.elsewhere(at, post.timeZone)
  return (
    <dl className={classes.facts}>
      <dt>{t('fact.state')}</dt>
      <dd>
        <DeliveryBadge state={delivery.state} at={delivery.dueAt} />
      </dd>
      <dt>{t('fact.channel')}</dt>
      <dd>
        <ChannelName channel={post.channel} />
      </dd>
      <dt>{t(delivery.publishedAt === null ? 'fact.planned' : 'fact.published')}</dt>
      <dd>
        {time.instant(at)}
        <span className="text-3">{` ${t('zone.time', { city: cityOf(time.timeZone) })}`}</span>
        {elsewhere !== null && <span className={classes.elsewhere}>{elsewhere}</span>}
      </dd>
      {post.audiences.length > 0 && (
        <>
          <dt>{t('audiences:select.label')}</dt>
          <dd>
            {post.audiences.map(({ name }) => name).join(', ')}
            {post.audiences.every(({ own }) => !own) && (
              <span className={classes.elsewhere}>{t('audiences:list.inherited')}</span>
            )}
          </dd>
        </>
      )}
      {delivery.url !== null && (
        <>
          <dt>{t('fact.address')}</dt>
          <dd>
            <a className="link" href={delivery.url} target="_blank" rel="noreferrer">
              {delivery.url.replace(/^https?:\/\//u, '')}
            </a>
          </dd>
        </>
      )}
      {post.createdBy !== null && (
        <>
          <dt>{t('fact.author')}</dt>
          <dd>{post.createdBy.name}</dd>
        </>
      )}
      {post.visibility !== null && (
        <>
          <dt>{t('fact.visibility')}</dt>
          <dd>
            <Visibility value={post.visibility} />
          </dd>
        </>
      )}
    </dl>
  )
}

const VISIBILITIES = ['public', 'unlisted', 'private', 'direct'] as const

/** Who may see it, in words; a visibility of a platform we do not know stands as it is. */
export function Visibility({ value }: { readonly value: string }) {
  const { t } = useTranslation('publishing')
  const known = VISIBILITIES.find((visibility) => visibility === value)
  return <>{known === undefined ? value : t(`visibility.${known}`)}</>
}
