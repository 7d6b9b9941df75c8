import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Badge, type Tone } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import classes from './document.module.css'
import type { PlanVersion } from './records.ts'

const TONES: Readonly<Record<PlanVersion['state'], Tone>> = {
  proposed: 'warn',
  approved: 'good',
  returned: 'bad',
  withdrawn: 'mute',
}

interface VersionsCardProps {
  readonly versions: readonly PlanVersion[]
  readonly inForce: number | null
}

/** Every version: who proposed it, what was decided, and what it can be compared with. */
export function VersionsCard({ versions, inForce }: VersionsCardProps) {
  const { t } = useTranslation('document')
  return (
    <Card title={t('versions')} pad={versions.length === 0}>
      {versions.length === 0 ? (
        <p className="text-2">{t('versions.empty')}</p>
      ) : (
        <ul className={classes.rows}>
          {versions.map((version, place) => (
            <VersionRow
              key={version.number}
              version={version}
              inForce={version.number === inForce}
              before={versions[place + 1]?.number ?? null}
            />
          ))}
        </ul>
      )}
    </Card>
  )
}

interface VersionRowProps {
  readonly version: PlanVersion
  readonly inForce: boolean
  readonly before: number | null
}

function VersionRow({ version, inForce, before }: VersionRowProps) {
  const { t } = useTranslation('document')
  const time = useTime()
  const { number, state } = version
  const by = (key: 'proposed' | 'approved' | 'returned', name: string | undefined, at: string) =>
    t(`version.${key}-by`, { name: name ?? t('version.somebody'), day: time.date(at) })
  return (
    <li>
      <span className={classes.head}>
        <span className="medium">{t('version', { number })}</span>
        <Badge tone={TONES[state]}>{t(inForce ? 'version.in-force' : `version.state.${state}`)}</Badge>
      </span>
      {version.note !== '' && <span>{version.note}</span>}
      <span className={classes.quiet}>{by('proposed', version.proposedBy?.name, version.proposedAt)}</span>
      {(state === 'approved' || state === 'returned') && version.decidedAt !== null && (
        <span className={classes.quiet}>{by(state, version.decidedBy?.name, version.decidedAt)}</span>
      )}
      {version.words !== '' && <blockquote className={classes.quote}>{version.words}</blockquote>}
      <span className={classes.links}>
        <Link to="/strategy/document" search={{ version: String(number) }} className="link">
          {t('version.read')}
          <span className="visually-hidden"> {t('version', { number })}</span>
        </Link>
        {before !== null && (
          <Link to="/strategy/document" search={{ from: String(before), to: String(number) }} className="link">
            {t('version.compare', { number: before })}
            <span className="visually-hidden"> {t('version', { number })}</span>
          </Link>
        )}
        <Link to="/strategy/document" search={{ from: String(number) }} className="link">
          {t('version.compare-now')}
          <span className="visually-hidden"> {t('version', { number })}</span>
        </Link>
      </span>
    </li>
  )
}
