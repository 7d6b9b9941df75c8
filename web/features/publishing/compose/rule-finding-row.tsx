import { Button } from '@mantine/core'
import { IconAlertTriangle, IconBan, IconCheck, IconEyeOff, IconInfoCircle, IconWorld } from '@tabler/icons-react'
import { Suspense, lazy, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import type { RuleFinding } from '../records.ts'
import { useRuleText } from '../use-rule-text.ts'
import type { FindingRowProps } from './findings-card.tsx'
import { useWaiving } from './use-waiving.ts'
import classes from './findings-card.module.css'

const WaiveForm = lazy(async () => ({ default: (await import('./waive-form.tsx')).WaiveForm }))

const TONE = { block: 'bad', warn: 'warn', inform: 'info' } as const
const COLOUR = { block: 'var(--bad)', warn: 'var(--warn)', inform: 'var(--info)' } as const

/** What kind of finding it is, at a glance. */
function FindingMark({ rule: { kind, packKind, waived, severity } }: { rule: RuleFinding }) {
  const look = { size: 18, stroke: 1.5, color: waived === null ? COLOUR[severity] : 'var(--good)', 'aria-hidden': true }
  if (waived !== null) return <IconCheck {...look} />
  if (kind === 'confidential') return <IconEyeOff {...look} />
  if (packKind === 'region') return <IconWorld {...look} />
  if (severity === 'inform') return <IconInfoCircle {...look} />
  return severity === 'warn' ? <IconAlertTriangle {...look} /> : <IconBan {...look} />
}

/** What a rule found: the words, why, and the ways out of it: another word, or a reason to keep it. */
export function RuleFindingRow({ placed, on, channels, children }: FindingRowProps) {
  const { rule } = placed
  const names = channels.filter((channel) => placed.channels.includes(channel.id)).map((channel) => channel.name)
  if (rule === null) return null
  return (
    <RuleRow rule={rule} on={on} channels={names.length < channels.length ? names.join(', ') : ''}>
      {children}
    </RuleRow>
  )
}

interface RuleRowProps {
  readonly rule: RuleFinding
  readonly on: boolean
  /** On which channels, where it is not all of them. */
  readonly channels: string
  readonly children: FindingRowProps['children']
}

function RuleRow({ rule, on, channels, children }: RuleRowProps) {
  const { t } = useTranslation('rules')
  const { what, why } = useRuleText()(rule)
  const [waiving, setWaiving] = useState(false)
  const waiver = useWaiving(rule)
  const { severity, waived } = rule
  const blocks = severity === 'block' && waived === null
  return (
    <li className={on && blocks ? `${classes.finding} ${classes.on}` : classes.finding}>
      <FindingMark rule={rule} />
      <div>
        <p className={`medium ${classes.what}`}>
          <span>{what}</span>
          <Badge tone={waived === null ? TONE[severity] : 'good'}>
            {t(waived === null ? `severity.${severity}` : 'waived')}
          </Badge>
        </p>
        <p className="small text-2">
          {why}
          {channels !== '' && <span className="text-3">{` ${channels}`}</span>}
        </p>
        {waived !== null && (
          <p className="small">{t('waived.by', { person: waived.by?.name ?? t('somebody'), reason: waived.reason })}</p>
        )}
        <div className={classes.fixes}>
          {children}
          {waived !== null && (
            <AllowedButton action="findings.waive" size="xs" variant="default" onClick={() => void waiver.withdraw()}>
              {t('waived.withdraw')}
            </AllowedButton>
          )}
          {waived === null && rule.waivable && severity !== 'inform' && !waiving && (
            <AllowedButton action="findings.waive" size="xs" variant="default" onClick={() => setWaiving(true)}>
              {t('keep')}
            </AllowedButton>
          )}
        </div>
        {waiving && waived === null && (
          <Suspense fallback={<Button size="xs" variant="default" loading />}>
            <WaiveForm waive={waiver.waive} onClose={() => setWaiving(false)} />
          </Suspense>
        )}
      </div>
    </li>
  )
}
