import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useNumber } from '#web/ui/use-number.ts'
import { PlatformMark } from '../platform-mark.tsx'
import type { Platform } from '../records.ts'
import classes from './new-channel.module.css'

const DESCRIBED = ['newsroom', 'bluesky', 'mastodon'] as const

/** A platform to choose: what it is for, what one can do there, what connecting needs. */
export function PlatformCard({ platform, onChoose }: { readonly platform: Platform; readonly onChoose: () => void }) {
  const { t } = useTranslation('publishing')
  const abilities = useAbilities(platform)
  const known = DESCRIBED.find((id) => id === platform.id)
  return (
    <li className={classes.card}>
      <span className={classes.mark}>
        <PlatformMark platform={platform.id} size={24} />
      </span>
      <h2>{platform.name}</h2>
      <p className="text-2">{known === undefined ? t('platform.other') : t(`platform.${known}`)}</p>
      <ul className={classes.abilities}>
        {abilities.map((ability) => (
          <li key={ability}>
            <IconCheck size={14} stroke={1.5} aria-hidden />
            {ability}
          </li>
        ))}
      </ul>
      <p className="small text-3">{known === undefined ? '' : t(`platform.${known}.needs`)}</p>
      <Button variant="light" onClick={onChoose} className={classes.choose ?? ''}>
        {t('connect.choose', { platform: platform.name })}
      </Button>
    </li>
  )
}

function useAbilities(platform: Platform): readonly string[] {
  const { t } = useTranslation('publishing')
  const number = useNumber()
  return [
    platform.text.limit === null
      ? t('ability.no-limit')
      : t('ability.limit', { count: platform.text.limit, limit: number.count(platform.text.limit) }),
    ...(platform.pictures.most > 0 ? [t('ability.pictures', { count: platform.pictures.most })] : []),
    ...(platform.threads ? [t('ability.threads')] : []),
    ...(platform.contentWarning ? [t('ability.warning')] : []),
    ...(platform.deletes ? [t('ability.deletes')] : []),
    ...(platform.metrics.length > 0 ? [t('ability.metrics')] : []),
  ]
}
