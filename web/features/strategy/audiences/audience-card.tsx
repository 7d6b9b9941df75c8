import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import { usePlatformNames } from './platform-names.ts'
import { Portrait } from './portrait.tsx'
import type { Audience, CoverageRow } from './records.ts'
import classes from './audiences.module.css'

interface AudienceCardProps {
  readonly audience: Audience
  /** What is said to it in the period that coverage shows; missing while it is on its way and in the archive. */
  readonly said: CoverageRow | undefined
}

const MOST_PLACES = 4

/** An audience in the gallery: its face, who they are, where they gather, and whether anybody speaks to them. */
export function AudienceCard({ audience, said }: AudienceCardProps) {
  const { t } = useTranslation('audiences')
  const { nameOf } = usePlatformNames()
  const number = useNumber()
  const { id, name, description, places, needs, portrait } = audience
  return (
    <article className={classes.card}>
      <div className={classes.cardHead}>
        <Portrait name={name} portrait={portrait} size={48} />
        <h3 className={classes.name}>
          <Link to="/strategy/audiences/$id" params={{ id }} className={classes.open}>
            {name}
          </Link>
        </h3>
      </div>
      {description !== '' && <p className={classes.short}>{description}</p>}
      {needs[0] !== undefined && (
        <p className="small text-2">
          <span className="text-3">{t('card.need')}</span> {needs[0]}
        </p>
      )}
      {places.length > 0 && (
        <ul className={classes.chips} aria-label={t('field.places')}>
          {places.slice(0, MOST_PLACES).map(({ platform, strength, note }) => (
            <li key={`${platform} ${strength} ${note}`}>
              <Badge tone={strength === 'main' ? 'accent' : 'line'}>{nameOf(platform)}</Badge>
            </li>
          ))}
          {places.length > MOST_PLACES && <li className="small text-3">+{places.length - MOST_PLACES}</li>}
        </ul>
      )}
      {said !== undefined && (
        <p className={classes.cardFoot}>
          {said.gap ? (
            <Badge tone="warn" icon={IconAlertTriangle}>
              {t('gap.nobody')}
            </Badge>
          ) : (
            <span className="small text-3">
              {t('card.said', {
                posts: said.total.posts,
                shown: number.count(said.total.posts),
                campaigns: said.campaigns,
              })}
            </span>
          )}
        </p>
      )}
    </article>
  )
}
