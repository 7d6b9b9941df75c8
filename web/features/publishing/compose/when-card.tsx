import { SegmentedControl } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Card } from '#web/ui/card.tsx'
import type { Channel } from '../records.ts'
import { useNow } from '../use-now.ts'
import { instantOf, isSkipped } from '../wall-clock.ts'
import { WhenFields } from '../when-fields.tsx'
import type { Composition } from './composition.ts'
import type { Composing } from './use-composition.ts'
import classes from './when-card.module.css'

/** Why the time cannot be used, as a refusal's code; null when it can. */
export function timeProblem(
  { timing, when }: Composition,
  now: Date,
): 'time.not-a-time' | 'time.skipped' | 'time.past' | null {
  if (timing === 'now') return null
  if (when.date === '' || when.time === '') return 'time.not-a-time'
  const wall = `${when.date}T${when.time}`
  if (isSkipped(wall, when.timeZone)) return 'time.skipped'
  return instantOf(wall, when.timeZone).getTime() < now.getTime() - 60_000 ? 'time.past' : null
}

/** Now, or at a time in a zone; the clock of each channel beside it where it shows another time. */
export function WhenCard({
  composing: { composition, dispatch },
  channels,
}: {
  readonly composing: Composing
  readonly channels: readonly Channel[]
}) {
  const { t } = useTranslation(['publishing', 'refusal'])
  const time = useTime()
  const problem = timeProblem(composition, useNow())
  const { when } = composition
  const instant =
    problem === null && composition.timing === 'at' ? instantOf(`${when.date}T${when.time}`, when.timeZone) : null
  const elsewhere =
    instant === null
      ? []
      : channels.flatMap((channel) => {
          const shown = time.elsewhere(instant, channel.timeZone)
          return shown === null ? [] : [{ channel, shown }]
        })
  return (
    <Card title={t('when.title')}>
      <SegmentedControl
        fullWidth
        mb={12}
        aria-label={t('when.title')}
        value={composition.timing}
        onChange={(value) => dispatch({ kind: 'set', values: { timing: value === 'now' ? 'now' : 'at' } })}
        data={[
          { value: 'at', label: t('when.at') },
          { value: 'now', label: t('when.now') },
        ]}
      />
      {composition.timing === 'now' && <p className="text-2">{t('when.now.hint')}</p>}
      {composition.timing === 'at' && (
        <WhenFields
          when={when}
          error={problem === null ? null : t(`refusal:${problem}`)}
          onChange={(next) => dispatch({ kind: 'set', values: { when: next } })}
        />
      )}
      {instant !== null && when.timeZone !== time.timeZone && (
        <p className={classes.note}>{t('when.for-you', { when: time.instant(instant) })}</p>
      )}
      {elsewhere.map(({ channel, shown }) => (
        <p key={channel.id} className={classes.note}>
          {t('when.for-channel', { channel: channel.name, when: shown })}
        </p>
      ))}
    </Card>
  )
}
