import { Button } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { useConfirm } from '#web/ui/confirm.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import type { LegalHold } from './records.ts'
import { useEventWords } from './use-event-words.ts'
import classes from './audit.module.css'

/** What may not be erased for now, and why. */
export function HoldsCard() {
  const { t } = useTranslation('audit')
  const holds = useQuery(orpc.governance.audit.holds.queryOptions())
  const [placing, setPlacing] = useState(false)
  return (
    <Card title={t('holds')}>
      <div className={classes.side}>
        <Loaded query={holds} skeleton={2}>
          {({ items }) =>
            items.length === 0 ? (
              <p className={classes.quiet}>{t('holds.none')}</p>
            ) : (
              <ul className={classes.holds}>
                {items.map((hold) => (
                  <Hold key={hold.id} hold={hold} />
                ))}
              </ul>
            )
          }
        </Loaded>
        <AllowedButton action="retention.change" variant="default" why="beside" onClick={() => setPlacing(true)}>
          {t('holds.new')}
        </AllowedButton>
      </div>
      {placing && <HoldDialog subject={null} onClose={() => setPlacing(false)} />}
    </Card>
  )
}

function Hold({ hold }: { hold: LegalHold }) {
  const { t } = useTranslation('audit')
  const time = useTime()
  const words = useEventWords()
  const confirm = useConfirm()
  const queryClient = useQueryClient()
  const may = useMay('retention.change')
  const [sending, setSending] = useState(false)
  const { subject, from, until } = hold
  const period =
    from !== null && until !== null
      ? t('holds.period', { from: time.date(from), until: time.date(until) })
      : from !== null
        ? t('holds.from', { from: time.date(from) })
        : until !== null
          ? t('holds.until', { until: time.date(until) })
          : null
  const lift = async () => {
    if (!(await confirm({ title: t('holds.lift.title'), consequence: t('holds.lift.text'), action: t('holds.lift') })))
      return
    setSending(true)
    await api.governance.audit.liftHold({ id: hold.id }).finally(() => setSending(false))
    await queryClient.invalidateQueries({ queryKey: orpc.governance.key() })
  }
  return (
    <li>
      <p>
        <span className="medium">{hold.reason}</span> {hold.lifted !== null && <Badge>{t('holds.lifted')}</Badge>}
      </p>
      {subject !== null && (
        <p>{t('holds.record', { record: `${words.type(subject.type)} ${subject.title ?? ''}`.trim() })}</p>
      )}
      {period !== null && <p>{period}</p>}
      <p className={classes.quiet}>{t('holds.by', { person: hold.placedBy, when: time.instant(hold.placedAt) })}</p>
      {hold.lifted === null && may.allowed && (
        <Button size="xs" variant="subtle" loading={sending} onClick={() => void lift()}>
          {t('holds.lift')}
        </Button>
      )}
    </li>
  )
}
