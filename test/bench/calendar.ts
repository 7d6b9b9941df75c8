import { startFleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { percentile } from './figures.ts'
import { analyse, seedPosts } from './seed.ts'

/** Milliseconds for a month of 5,000 posts over HTTP on this machine, in a table of `total` posts; and for a check as one types. */
export function measureCalendar(total: number): Promise<{ month: number; check: number }> {
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
      const address = `${fleet.url}/api/v1/calendar?from=${from.toISOString()}&to=${to.toISOString()}`
      // Until the last byte is here; taking 1.8 MB of JSON apart is the reader's time, not the server's.
      const month = await time(40, async () => {
        const response = await fetch(address, { headers: { authorization: `Bearer ${fleet.key}` } })
        await response.arrayBuffer()
        return response
      })
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
      return { month, check }
    } finally {
      await fleet.close()
    }
  })
}

async function time(rounds: number, work: () => Promise<{ status: number }>): Promise<number> {
  const figures: number[] = []
  for (let round = 0; round < rounds + 5; round += 1) {
    const began = performance.now()
    const { status } = await work()
    if (status !== 200) throw new Error(`Answered ${status}`)
    if (round >= 5) figures.push(performance.now() - began)
  }
  return percentile(figures, 0.95)
}
