import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import type { Channel } from '../records.ts'
import type { Tab } from './composition.ts'
import type { PlacedFinding } from './finding-places.ts'
import type { Severity } from './highlights.ts'
import type { Checks } from './use-checks.ts'
import { RuleFindingRow } from './rule-finding-row.tsx'
import { useFindingText } from './use-finding-text.ts'
import classes from './findings-card.module.css'

interface FindingsCardProps {
  readonly findings: readonly PlacedFinding[]
  readonly channels: readonly Channel[]
  readonly checks: Checks
  readonly tab: Tab
  /** What can be pressed to mend a finding. */
  readonly fixes: (placed: PlacedFinding) => readonly { readonly label: string; readonly onPress: () => void }[]
}

const LOOK = {
  block: { icon: IconBan, tone: 'bad', colour: 'var(--bad)' },
  warn: { icon: IconAlertTriangle, tone: 'warn', colour: 'var(--warn)' },
  inform: { icon: IconInfoCircle, tone: 'info', colour: 'var(--info)' },
} as const

/** Everything the checks noticed, the gravest first, each with the way to mend it. */
export function FindingsCard({ findings, channels, checks, tab, fixes }: FindingsCardProps) {
  const { t } = useTranslation('publishing')
  const count = (severity: Severity) => findings.filter(({ finding }) => finding.severity === severity).length
  const known = channels.length > 0 && channels.every((channel) => checks.byChannel.has(channel.id))
  const badges = (['block', 'warn'] as const).filter((severity) => count(severity) > 0)
  return (
    <Card
      title={t('findings.title')}
      pad={false}
      className={classes.card}
      badge={
        <>
          {badges.map((severity) => (
            <Badge key={severity} tone={LOOK[severity].tone} icon={LOOK[severity].icon}>
              {t(`findings.${severity}`, { count: count(severity) })}
            </Badge>
          ))}
        </>
      }
      end={
        checks.failed
          ? t('findings.failed')
          : t(checks.current || channels.length === 0 ? 'findings.live' : 'findings.checking')
      }
    >
      <ul id="compose-findings" className={classes.list} aria-live="polite">
        {findings.map((placed) => {
          const Row = placed.rule === null ? FindingRow : RuleFindingRow
          return (
            <Row
              key={`${placed.tab} ${placed.finding.code} ${placed.finding.part} ${placed.finding.from} ${JSON.stringify(placed.finding.params)} ${placed.channels.join(' ')}`}
              placed={placed}
              on={placed.tab === tab}
              channels={channels}
            >
              {fixes(placed).map((fix, place) => (
                <Button key={fix.label} size="xs" variant={place === 0 ? 'light' : 'default'} onClick={fix.onPress}>
                  {fix.label}
                </Button>
              ))}
            </Row>
          )
        })}
        {findings.length === 0 && (
          <li className={classes.none}>
            {known ? (
              <IconCircleCheck size={18} stroke={1.5} color="var(--good)" aria-hidden />
            ) : (
              <IconInfoCircle size={18} stroke={1.5} aria-hidden />
            )}
            {t(channels.length === 0 ? 'findings.no-channel' : known ? 'findings.none' : 'findings.wait')}
          </li>
        )}
      </ul>
    </Card>
  )
}

export interface FindingRowProps {
  readonly placed: PlacedFinding
  readonly on: boolean
  readonly channels: readonly Channel[]
  readonly children: readonly ReactNode[]
}

function FindingRow({ placed, on, channels, children }: FindingRowProps) {
  const { t } = useTranslation('publishing')
  const words = useFindingText()
  const { finding } = placed
  const { icon: Mark, colour } = LOOK[finding.severity]
  const { what, todo } = words(finding)
  const names = channels.filter((channel) => placed.channels.includes(channel.id)).map((channel) => channel.name)
  return (
    <li className={on && finding.severity === 'block' ? `${classes.finding} ${classes.on}` : classes.finding}>
      <Mark size={18} stroke={1.5} color={colour} aria-hidden />
      <div>
        <p className="medium">
          <span className="visually-hidden">{`${t(`findings.severity.${finding.severity}`)}: `}</span>
          {what}
        </p>
        <p className="small text-2">
          {todo}
          {names.length < channels.length && <span className="text-3">{` ${names.join(', ')}`}</span>}
        </p>
        {children.length > 0 && <div className={classes.fixes}>{children}</div>}
      </div>
    </li>
  )
}
