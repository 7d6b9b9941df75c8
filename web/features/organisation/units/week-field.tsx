import { Checkbox, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Week } from '../structure-records.ts'
import classes from './week-field.module.css'

const MONDAY = new Date('2026-11-23T12:00:00Z')

/** The name of a day of the week, 1 is Monday. */
export function dayName(day: number, language: string, weekday: 'long' | 'short' = 'long'): string {
  const date = new Date(MONDAY.getTime() + (day - 1) * 86_400_000)
  return new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' }).format(date)
}

interface WeekFieldProps {
  readonly label: string
  readonly description?: string
  readonly value: Week
  readonly onChange: (week: Week) => void
  /** What was refused, by the place in the week. */
  readonly errors?: Readonly<Record<number, string>>
}

/** From when until when on each day of the week; a day that is not ticked is off. */
export function WeekField({ label, description, value, onChange, errors = {} }: WeekFieldProps) {
  const { t, i18n } = useTranslation('units')
  const id = useId()
  const set = (place: number, span: Week[number]) => onChange(value.map((old, at) => (at === place ? span : old)))
  return (
    <fieldset className={classes.week} aria-describedby={description === undefined ? undefined : id}>
      <legend>{label}</legend>
      {description !== undefined && <p id={id}>{description}</p>}
      {value.map((span, place) => {
        const day = dayName(place + 1, i18n.language)
        return (
          <div key={day} className={classes.day}>
            <Checkbox
              label={day}
              checked={span !== null}
              onChange={(event) => set(place, event.currentTarget.checked ? { from: '09:00', until: '18:00' } : null)}
            />
            {span !== null && (
              <>
                <TextInput
                  size="xs"
                  type="time"
                  aria-label={t('week.from', { day })}
                  value={span.from}
                  error={errors[place] !== undefined}
                  onChange={(event) => set(place, { ...span, from: event.currentTarget.value })}
                />
                <span aria-hidden>–</span>
                <TextInput
                  size="xs"
                  type="time"
                  aria-label={t('week.until', { day })}
                  value={span.until}
                  error={errors[place] !== undefined}
                  onChange={(event) => set(place, { ...span, until: event.currentTarget.value })}
                />
              </>
            )}
            {errors[place] !== undefined && <span className={classes.error}>{errors[place]}</span>}
          </div>
        )
      })}
    </fieldset>
  )
}
