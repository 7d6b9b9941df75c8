import { DateInput, TimePicker } from '@mantine/dates'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { ZoneSelect } from '#web/ui/zone-select.tsx'
import classes from './when-fields.module.css'

/** A wall-clock time in parts: `2026-11-24`, `09:12` (each may be empty while it is typed) and the zone they are meant in. */
export interface When {
  readonly date: string
  readonly time: string
  readonly timeZone: string
}

interface WhenFieldsProps {
  readonly when: When
  readonly onChange: (when: When) => void
  readonly error?: string | null
}

/** Date, time on a 24-hour clock, and time zone. */
export function WhenFields({ when, onChange, error = null }: WhenFieldsProps) {
  const { t } = useTranslation('publishing')
  const time = useTime()
  const id = useId()
  return (
    <div className={classes.fields} role="group" aria-describedby={error === null ? undefined : id}>
      <div className={classes.pair}>
        <DateInput
          label={t('when.date')}
          value={when.date === '' ? null : when.date}
          minDate={time.today()}
          valueFormat="D MMM YYYY"
          onChange={(date) => onChange({ ...when, date: date ?? '' })}
          error={error !== null}
          popoverProps={{ withinPortal: true }}
        />
        <TimePicker
          label={t('when.time')}
          value={when.time}
          onChange={(next) => onChange({ ...when, time: next.slice(0, 5) })}
          error={error !== null}
          hoursInputLabel={t('when.hours')}
          minutesInputLabel={t('when.minutes')}
          minutesStep={5}
          hoursInputProps={{ 'data-autofocus': true }}
        />
      </div>
      <ZoneSelect
        label={t('when.zone')}
        field={{
          value: when.timeZone,
          onChange: (zone: string | null) => onChange({ ...when, timeZone: zone ?? when.timeZone }),
        }}
      />
      {error !== null && (
        <p id={id} className={classes.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
