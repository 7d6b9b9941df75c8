import type { CalendarAnswer, Channel } from '../records.ts'
import type { Lane } from './week-grid.tsx'

/** The rows of a week: each channel that is connected or still has posts in it, by name; one where only one is wanted. */
export function lanesOf(
  channels: readonly Channel[],
  shown: CalendarAnswer['channels'],
  only: string | undefined,
): readonly Lane[] {
  const lanes = new Map<string, Lane>()
  for (const channel of channels) {
    if (channel.state !== 'disconnected')
      lanes.set(channel.id, {
        id: channel.id,
        name: channel.name,
        platform: channel.platform,
        timeZone: channel.timeZone,
      })
  }
  for (const channel of shown) if (!lanes.has(channel.id)) lanes.set(channel.id, { ...channel, timeZone: null })
  return [...lanes.values()]
    .filter((lane) => only === undefined || lane.id === only)
    .sort((one, other) => one.name.localeCompare(other.name))
}
