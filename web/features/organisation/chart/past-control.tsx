import { Button, Slider } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import classes from './chart.module.css'

interface PastControlProps {
  readonly begins: string
  readonly on: string | undefined
  readonly onSee: (day: string | null) => void
}

const DAY_MS = 86_400_000

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** Goes back to a day by sliding or by naming it. The last place of the slider is today. */
export function PastControl({ begins, on, onSee }: PastControlProps) {
  const { t } = useTranslation('chart')
  const time = useTime()
  const today = time.today()
  const span = daysBetween(begins, today)
  const place = on === undefined ? span : Math.min(span, Math.max(0, daysBetween(begins, on)))
  const [sliding, setSliding] = useState<number | null>(null)
  const held = sliding ?? place
  if (span < 1) return null
  const dayAt = (days: number) => new Date(Date.parse(begins) + days * DAY_MS).toISOString().slice(0, 10)
  const see = (day: string | null) => onSee(day === null || day >= today ? null : day < begins ? begins : day)
  return (
    <div className={classes.time}>
      <Slider
        className={classes.slide ?? ''}
        min={0}
        max={span}
        value={held}
        onChange={setSliding}
        onChangeEnd={(days) => {
          setSliding(null)
          see(dayAt(days))
        }}
        label={(days) => time.day(dayAt(days))}
        thumbLabel={t('past.slide')}
        thumbProps={{ 'aria-valuetext': time.day(dayAt(held)) }}
        size="sm"
      />
      <DayInput label={t('past.day')} value={on ?? today} onChange={see} min={begins} />
      {on !== undefined && (
        <Button variant="default" onClick={() => onSee(null)}>
          {t('past.today')}
        </Button>
      )}
    </div>
  )
}
