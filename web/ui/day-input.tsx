import { DatePickerInput } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface DayInputProps {
  readonly label: string
  readonly description?: ReactNode
  /** A calendar day, `2026-11-24`, which belongs to no zone. */
  readonly value?: string | null
  readonly onChange: (day: string | null) => void
  readonly error?: ReactNode
  readonly min?: string | undefined
  readonly required?: boolean
  readonly clearable?: boolean
}

/** Chooses a calendar day. Weeks begin on Monday. */
export function DayInput({ min, required = false, ...field }: DayInputProps) {
  const { i18n } = useTranslation()
  return (
    <DatePickerInput
      {...field}
      withAsterisk={required}
      locale={i18n.language}
      firstDayOfWeek={1}
      valueFormat="D MMM YYYY"
      leftSection={<IconCalendar size={16} stroke={1.5} aria-hidden />}
      leftSectionPointerEvents="none"
      highlightToday
      {...(min === undefined ? {} : { minDate: min })}
    />
  )
}
