import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { formatDays } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { step } from './span.ts'
import type { CalendarView } from './span.ts'
import classes from './span-controls.module.css'

interface SpanControlsProps {
  readonly view: CalendarView
  readonly on: string
  readonly first: string
  readonly last: string
  readonly onGo: (day: string) => void
}

/** Which days are shown, and the way to those before, after and now. */
export function SpanControls({ view, on, first, last, onGo }: SpanControlsProps) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  return (
    <div className={classes.controls}>
      <span aria-live="polite">
        {view === 'month' ? monthName(time.reader.locale, on) : formatDays(time.reader, first, last)}
      </span>
      <span className={classes.steps}>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={t(`step.back.${view}`)}
          onClick={() => onGo(step(view, on, -1))}
        >
          <IconChevronLeft size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
        <Button size="xs" variant="default" onClick={() => onGo(time.today())}>
          {t('today')}
        </Button>
        <ActionIcon
          variant="default"
          size={28}
          aria-label={t(`step.on.${view}`)}
          onClick={() => onGo(step(view, on, 1))}
        >
          <IconChevronRight size={16} stroke={1.5} aria-hidden />
        </ActionIcon>
      </span>
    </div>
  )
}

function monthName(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'long', year: 'numeric' }).format(
    new Date(`${day}T12:00:00Z`),
  )
}

/** Month or week. */
export function ViewChoice({
  view,
  onChange,
}: {
  readonly view: CalendarView
  readonly onChange: (view: CalendarView) => void
}) {
  const { t } = useTranslation('publishing')
  return (
    <SegmentedControl
      aria-label={t('view.label')}
      value={view}
      onChange={(value) => onChange(value === 'month' ? 'month' : 'week')}
      data={[
        { value: 'month', label: t('view.month') },
        { value: 'week', label: t('view.week') },
      ]}
    />
  )
}
