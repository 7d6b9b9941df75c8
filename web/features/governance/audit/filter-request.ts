import { EVENT_ROOMS, SUBJECTS } from '#contract/events.ts'
import { addDays, instantOf } from '#web/kernel/time.ts'
import type { EventsRequest, LogFilter } from './records.ts'

type Asked = Omit<EventsRequest, 'cursor' | 'limit'>

/** Turns the filter of the address into a request; what cannot be read is left out. The last day counts as a whole. */
export function requestOf(filter: LogFilter, timeZone: string): Asked {
  const [type, id] = (filter.record ?? '').split(':')
  const subjectType = SUBJECTS.find((one) => one === (type || filter.type))
  const room = EVENT_ROOMS.find((one) => one === filter.room)
  return {
    ...(subjectType === undefined ? {} : { subjectType }),
    ...(id === undefined || id === '' ? {} : { subjectId: id }),
    ...(room === undefined ? {} : { room }),
    ...(filter.actor === undefined ? {} : { actorId: filter.actor }),
    ...(filter.verb === undefined ? {} : { verb: filter.verb }),
    ...(filter.unit === undefined ? {} : { unitId: filter.unit }),
    ...(filter.text === undefined ? {} : { text: filter.text }),
    ...(isDay(filter.from) ? { from: instantOf(`${filter.from}T00:00`, timeZone).toISOString() } : {}),
    ...(isDay(filter.to) ? { to: instantOf(`${addDays(filter.to, 1)}T00:00`, timeZone).toISOString() } : {}),
  }
}

function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text)
}
