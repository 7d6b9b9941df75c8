import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Figure } from '../figures/figure.tsx'
import type { Measure } from '../figures/figure.tsx'
import type { Risk } from '../records.ts'
import classes from './lines-card.module.css'

const KNOWN = ['deliveries-failed', 'deliveries-unknown', 'channels-need-reconnecting', 'goals-behind'] as const
type Known = (typeof KNOWN)[number]

interface Way {
  readonly measure: Measure
  readonly severe: boolean
  /** Where one record is concerned its own page, else the list of them. */
  readonly to: (risk: Risk) => LinkProps
}

const WAYS: Readonly<Record<Known, Way>> = {
  'deliveries-failed': {
    measure: 'deliveries',
    severe: true,
    to: (risk) => (one(risk) ? post(risk.id) : { to: '/calendar/deliveries', search: { state: 'failed' } }),
  },
  'deliveries-unknown': {
    measure: 'deliveries',
    severe: false,
    to: (risk) => (one(risk) ? post(risk.id) : { to: '/calendar/deliveries' }),
  },
  'channels-need-reconnecting': { measure: 'channels', severe: true, to: () => ({ to: '/calendar/channels' }) },
  'goals-behind': {
    measure: 'goals',
    severe: false,
    to: (risk) => (one(risk) ? { to: '/strategy/goals/$id', params: { id: risk.id } } : { to: '/strategy' }),
  },
}

function one(risk: Risk): risk is Risk & { id: string } {
  return risk.count === 1 && risk.id !== null
}

function post(id: string): LinkProps {
  return { to: '/posts/$id', params: { id } }
}

function isKnown(code: string): code is Known {
  return (KNOWN as readonly string[]).includes(code)
}

/** What stands in the way, each with the way to mend it. */
export function RisksCard({ risks }: { readonly risks: readonly Risk[] }) {
  const { t } = useTranslation('measurement')
  return (
    <Card title={t('risks.title')} badge={risks.length > 0 && <Badge>{risks.length}</Badge>} pad={false}>
      {risks.length === 0 ? (
        <Empty icon={IconCircleCheck} title={t('risks.empty.title')} text={t('risks.empty.text')} />
      ) : (
        <ul>
          {risks.map((risk) => (
            <RiskLine key={risk.code} risk={risk} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function RiskLine({ risk }: { risk: Risk }) {
  const { t } = useTranslation('measurement')
  if (!isKnown(risk.code))
    return (
      <li className={classes.line}>
        <IconAlertTriangle className={classes.warn} size={18} stroke={1.5} aria-hidden />
        <p className={classes.title}>{t('risk.other')}</p>
      </li>
    )
  const { measure, severe, to } = WAYS[risk.code]
  const Mark = severe ? IconAlertCircle : IconAlertTriangle
  const rows = to(risk)
  const alone = risk.count === 1
  const title = risk.title ?? t(`risk.${risk.code}`)
  const figure = (
    <Figure
      measure={measure}
      value={risk.count}
      words={t(`risk.${risk.code}.text`, { count: risk.count })}
      to={rows}
      className={classes.wrap}
    />
  )
  return (
    <li className={classes.line}>
      <Mark className={severe ? classes.bad : classes.warn} size={18} stroke={1.5} aria-hidden />
      {alone ? (
        <p className={classes.title} title={title}>
          {title}
        </p>
      ) : (
        <p className={classes.title}>{figure}</p>
      )}
      <p className={classes.text}>{alone ? figure : t('risk.such-as', { title })}</p>
      <Link {...rows} className={`link ${classes.way}`} aria-label={`${t(`risk.${risk.code}.way`)}: ${title}`}>
        {t(`risk.${risk.code}.way`)}
      </Link>
    </li>
  )
}
