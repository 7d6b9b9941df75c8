import type { Overview } from '../records.ts'

type Day = Overview['days'][number]

/** Days as they are while one can tell them apart, else summed up by seven from the first; a group is named by its first day. */
export function groupDays(days: readonly Day[], most = 100): { readonly step: 1 | 7; readonly groups: readonly Day[] } {
  if (days.length <= most) return { step: 1, groups: days }
  const groups: Day[] = []
  for (let start = 0; start < days.length; start += 7) {
    const group = days.slice(start, start + 7)
    const sum = (part: 'clicks' | 'conversions' | 'posts') => group.reduce((total, day) => total + day[part], 0)
    groups.push({ on: group[0]?.on ?? '', clicks: sum('clicks'), conversions: sum('conversions'), posts: sum('posts') })
  }
  return { step: 7, groups }
}
