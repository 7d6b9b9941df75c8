import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useOptionalMe } from './session.tsx'
import {
  dayOf,
  formatDate,
  formatDay,
  formatDays,
  formatElsewhere,
  formatInstant,
  formatRelative,
  formatTime,
  wallClock,
} from './time.ts'
import type { Reader } from './time.ts'

/**
 * Times in the signed-in person's language and zone (the browser's zone before sign-in). `elsewhere` gives the
 * channel's own time where its clock differs; `today` is the calendar day here.
 */
export function useTime() {
  const { i18n } = useTranslation()
  const timeZone = useOptionalMe()?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const locale = localeOf(i18n.language)
  return useMemo(() => timesFor({ locale, timeZone }), [locale, timeZone])
}

/** Dates in English are written day first, with a 24-hour clock: one way for an organisation in many countries. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language
}

function timesFor(reader: Reader) {
  return {
    reader,
    timeZone: reader.timeZone,
    today: () => dayOf(new Date(), reader.timeZone),
    dayOf: (at: string | Date) => dayOf(at, reader.timeZone),
    wallClock: (at: string | Date, zone?: string) => wallClock(at, zone ?? reader.timeZone),
    instant: (at: string | Date) => formatInstant(reader, at),
    time: (at: string | Date) => formatTime(reader, at),
    date: (at: string | Date, options?: { weekday?: boolean }) => formatDate(reader, at, options),
    day: (day: string, options?: { weekday?: boolean; short?: boolean }) => formatDay(reader, day, options),
    days: (from: string, to: string) => formatDays(reader, from, to),
    relative: (at: string | Date, now: Date = new Date()) => formatRelative(reader, at, now),
    elsewhere: (at: string | Date, zone: string) => formatElsewhere(reader, at, zone),
  }
}
