import { useTime } from '#web/kernel/use-time.ts'
import { usePlatformNames } from './platform-names.ts'
import type { Coverage } from './records.ts'

/** What the columns of coverage are called: `2026-11` is "Nov 26", a platform has its name. */
export function useColumnNames(by: Coverage['by']): (key: string) => string {
  const time = useTime()
  const { nameOf } = usePlatformNames()
  if (by === 'platform') return nameOf
  const month = new Intl.DateTimeFormat(time.reader.locale, { month: 'short', year: '2-digit', timeZone: 'UTC' })
  return (key) => month.format(new Date(`${key}-15T12:00:00Z`))
}
