import { startFleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { openInside } from './calendar-inside.ts'
import { percentile } from './figures.ts'
import { analyse, seedPosts } from './seed.ts'

export interface CalendarFigures {
  /** Inside the server, from the request to its answer: what is owed. */
  readonly median: number
  readonly month: number
  /** Over HTTP, with the reader on the same cores. */
  readonly overHttp: number
  readonly check: number
}

/** Milliseconds for a month of 5,000 posts, in a table of `total` posts; and for a check as one types. */
export function measureCalendar(total: number): Promise<CalendarFigures> {
  return withThrowAwayDatabase(async (connection) => {
    const fleet = await startFleet({ connection })
    try {
      const channel = await fleet.call('POST', 'channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
      const organisation = await fleet.call('GET', 'organisation')
      const place = {
        connection,
        organisationId: String(organisation.body['id']),
        channelId: String(channel.body['id']),
      }
      const from = new Date('2030-03-01T00:00:00Z')
      const to = new Date('2030-04-01T00:00:00Z')
      await seedPosts(place, Math.min(5000, total), from, to, 'month')
      if (total > 5000) await seedPosts(place, total - 5000, to, new Date('2034-01-01T00:00:00Z'), 'others')
      await analyse(connection)
      const path = `/api/v1/calendar?from=${from.toISOString()}&to=${to.toISOString()}`
      const init = { headers: { authorization: `Bearer ${fleet.key}` } }
      // Until the last byte is here; taking a megabyte of JSON apart is the reader's time, not the server's.
      const read = async (response: Response) => {
        await response.arrayBuffer()
        return response
      }
      const inside = await openInside(connection)
      const within = await time(100, async () => read(await inside.fetch(new Request(`${fleet.url}${path}`, init))))
      await inside.close()
      const overHttp = await time(100, async () => read(await fetch(`${fleet.url}${path}`, init)))
      const draft = {
        channelIds: [place.channelId],
        parts: [
          {
            text: 'Kara Cuma bizde sabah kahvesiyle başlıyor. https://kavrela.example/kasim-filtre #filtrekahve '.repeat(
              8,
            ),
          },
        ],
      }
      const check = await time(200, () => fleet.call('POST', 'checks', draft))
      return {
        median: percentile(within, 0.5),
        month: percentile(within, 0.95),
        overHttp: percentile(overHttp, 0.95),
        check: percentile(check, 0.95),
      }
    } finally {
      await fleet.close()
    }
  })
}

/** Rounds before it counts: a server that has just been started runs its code slowly. */
const WARM_UP = 20

async function time(rounds: number, work: () => Promise<{ status: number }>): Promise<number[]> {
  const figures: number[] = []
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    const began = performance.now()
    const { status } = await work()
    if (status !== 200) throw new Error(`Answered ${status}`)
    if (round >= WARM_UP) figures.push(performance.now() - began)
  }
  return figures
}
