import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { PlatformMark } from '../platform-mark.tsx'
import { everyPlatform } from '../queries.ts'
import classes from './rhythm-hint.module.css'

interface RhythmHintProps {
  /** The Monday of the week shown. */
  readonly monday: string
  readonly channelId: string | undefined
}

/** The week against the channel plans: how many posts of how many, where a rhythm was decided. Nothing where none was. */
export function RhythmHint({ monday, channelId }: RhythmHintProps) {
  const { t } = useTranslation('publishing')
  const { allowed } = useMay('strategy.read')
  const names = useQuery(everyPlatform).data ?? []
  const input = { from: monday, weeks: 1, ...(channelId === undefined ? {} : { channelId }) }
  const rhythm = useQuery(orpc.strategy.channelChoice.rhythm.queryOptions({ input, enabled: allowed }))
  const aimed = (rhythm.data?.platforms ?? []).flatMap(({ platform, channels, weeks: [week] }) =>
    week === undefined || week.target === 0 || channels === 0 ? [] : [{ platform, ...week }],
  )
  if (aimed.length === 0) return null
  return (
    <div className={classes.hint}>
      <span>{t('rhythm.title')}</span>
      <ul>
        {aimed.map(({ platform, target, planned, published, when }) => {
          const posts = when === 'past' ? published : published + planned
          const short = Math.max(0, target - posts)
          const name = names.find(({ id }) => id === platform)?.name ?? platform
          return (
            <li key={platform} className={short > 0 ? classes.short : undefined}>
              <PlatformMark platform={platform} size={16} />
              {t('rhythm.week', { name, posts, target, short })}
            </li>
          )
        })}
      </ul>
      <Link to="/strategy/channels" search={{ from: monday }}>
        {t('rhythm.plan')}
      </Link>
    </div>
  )
}
