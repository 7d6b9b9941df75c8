import { startFleet, type Fleet } from '../fleet/fleet.ts'
import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { openInside } from './calendar-inside.ts'
import { percentile } from './figures.ts'

export interface CheckFigures {
  /** Milliseconds inside the server for one channel, from the request to its answer: what is owed. */
  readonly inside: Spread
  /** Milliseconds of CPU that the server's own process uses for one of them; the database is beside it. */
  readonly cpu: number
  /** With the one who types on the same cores. */
  readonly overHttp: Spread
  readonly ten: number
  readonly first: number
}

interface Spread {
  readonly median: number
  readonly p95: number
}

type Check = (body: object) => Promise<number>

/** A check as one types, with this many rules of every kind: inside the server, over HTTP, for ten channels, and the first after a change of rules. */
export function measureChecks(total: number): Promise<CheckFigures> {
  return withThrowAwayDatabase(async (connection) => {
    const fleet = await startFleet({ connection })
    try {
      const channelIds: string[] = []
      for (let place = 0; place < 10; place += 1) {
        const made = await fleet.call('POST', 'channels', {
          platform: 'newsroom',
          name: `Channel ${place}`,
          settings: {},
        })
        channelIds.push(String(made.body['id']))
      }
      await plantRules(fleet, total)
      const app = await openInside(connection)
      const headers = { authorization: `Bearer ${fleet.key}`, 'content-type': 'application/json' }
      const atServer: Check = async (body) => {
        const init = { method: 'POST', headers, body: JSON.stringify(body) }
        const response = await app.fetch(new Request(`${fleet.url}/api/v1/checks`, init))
        await response.arrayBuffer()
        return response.status
      }
      const one = channelIds.slice(0, 1)
      const [first = Number.NaN] = await time(atServer, one, 1)
      await time(atServer, one, WARM_UP)
      const used = process.cpuUsage()
      const inside = await time(atServer, one, ROUNDS)
      const { user, system } = process.cpuUsage(used)
      const ten = await time(atServer, channelIds, ROUNDS)
      await app.close()
      const overNetwork: Check = async (body) => (await fleet.call('POST', 'checks', body)).status
      await time(overNetwork, one, WARM_UP)
      const overHttp = await time(overNetwork, one, ROUNDS)
      return {
        inside: spread(inside),
        cpu: (user + system) / 1000 / ROUNDS,
        overHttp: spread(overHttp),
        ten: percentile(ten, 0.95),
        first,
      }
    } finally {
      await fleet.close()
    }
  })
}

function spread(figures: readonly number[]): Spread {
  return { median: percentile([...figures], 0.5), p95: percentile([...figures], 0.95) }
}

const ROUNDS = 200
/** A server that has just been started runs its code slowly. */
const WARM_UP = 50
const PARAGRAPH =
  "Kara Cuma'da sabah kahvesiyle başlıyoruz, iş birliğimiz sürüyor. Çekirdekler pazartesi kavruldu, salı günü kargoda; size yüzde 20 indirim. https://kavrela.example/kasim-filtre #filtrekahve 🎉 "

async function time(check: Check, channelIds: readonly string[], rounds: number): Promise<number[]> {
  const figures: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    // As one types: never the same text twice.
    const parts = [
      { text: `${PARAGRAPH.repeat(4)}${'kahve '.repeat(round % 40)}${round}`, media: [{ altText: 'Bir fincan' }] },
    ]
    const began = performance.now()
    const status = await check({ channelIds, parts, language: 'tr', plannedAt: '2027-11-10T09:00' })
    if (status !== 200) throw new Error(`Answered ${status}`)
    figures.push(performance.now() - began)
  }
  return figures
}

/** Nine in ten of them terms, with three words each; the rest of every other kind. */
async function plantRules(fleet: Fleet, total: number): Promise<void> {
  const rules = Array.from({ length: total }, (_, place) => ({
    title: `Rule ${place}`,
    reason: 'Because',
    suggestion: 'başka bir söz',
    severity: 'warn',
    waivable: true,
    platforms: [],
    languages: place % 3 === 0 ? ['tr'] : [],
    unitIds: [],
    definition: definitionOf(place),
  }))
  for (let from = 0; from < rules.length; from += 500) {
    const pack = { kind: 'brand', title: `Pack ${from}`, countries: [], sources: [] }
    const answer = await fleet.call('POST', 'rule-packs/import', {
      format: 'tutti-rule-pack-1',
      pack,
      rules: rules.slice(from, from + 500),
    })
    if (answer.status !== 201) throw new Error(`The rules were refused: ${JSON.stringify(answer.body)}`)
  }
}

const SYLLABLES = ['ka', 'ra', 'cu', 'ma', 'le', 'ti', 'yo', 'bü', 'şe', 'ğı', 'lan', 'dık', 'por', 'tek']

function word(seed: number): string {
  return [seed, seed * 7 + 3, seed * 13 + 5, Math.floor(seed / 14)]
    .map((one) => SYLLABLES[one % SYLLABLES.length])
    .join('')
}

function definitionOf(place: number): Record<string, unknown> {
  switch (place % 20) {
    case 7:
      return { kind: 'pattern', pattern: `${word(place)} ?\\d+([.,]\\d+)? ?(TL|€)|${word(place + 1)}` }
    case 13:
      return [
        { kind: 'hashtags', most: 5 },
        { kind: 'emoji', most: 3 },
        { kind: 'links', secure: true },
        { kind: 'formality', language: 'tr', want: 'formal' },
        { kind: 'disclosure', triggers: ['iş birliği'], labels: ['#reklam'] },
        { kind: 'days', days: [{ day: '11-10', name: 'Atatürk' }] },
      ][Math.floor(place / 20) % 6] as Record<string, unknown>
    default:
      return { kind: 'term', terms: [word(place), `${word(place + 2)} ${word(place + 3)}`, word(place * 31)] }
  }
}
