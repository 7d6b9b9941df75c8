import { measureCalendar } from './calendar.ts'
import { measureLateness, measureThroughput } from './deliveries.ts'
import { round, slope } from './figures.ts'
import { measureStart } from './start.ts'

/** npm run bench [start|calendar|lateness|throughput ...]: measures what Tutti owes, each at three sizes, and how cost grows with size. */
/** A very quick server's answer, and a quick one's; real platforms take 100 to 500 ms. */
const SINK_MS = 60
const SLOWER_SINK_MS = 90
const wanted = process.argv.slice(2)
const asked = (name: string) => wanted.length === 0 || wanted.includes(name)

if (asked('start')) {
  const { firstMs, laterMs, residentMegabytes } = await measureStart()
  console.log(
    `start: first ${round(firstMs)} ms (owed: 10,000), later ${round(laterMs)} ms (owed: 2,000), server memory ${round(residentMegabytes)} MB (owed: 200)`,
  )
}

if (asked('calendar')) {
  const points: [number, number][] = []
  for (const total of [5000, 50_000, 500_000]) {
    const { month, check } = await measureCalendar(total)
    points.push([total, month])
    console.log(
      `calendar: month of 5,000 posts among ${total}: p95 ${round(month)} ms (owed: 60); check of a draft: p95 ${round(check)} ms (owed: 15)`,
    )
  }
  console.log(`calendar: slope ${round(slope(points))}`)
}

if (asked('lateness')) {
  const points: [number, number][] = []
  for (const future of [10_000, 100_000, 1_000_000]) {
    const late = await measureLateness(future, 2000, 60)
    points.push([future, late.p99])
    console.log(
      `lateness: 2,000 over 60 s, ${future} in the future: p50 ${round(late.p50)}, p95 ${round(late.p95)}, p99 ${round(late.p99)} ms (owed: 250), most ${round(late.most)}`,
    )
  }
  console.log(`lateness: slope ${round(slope(points))}`)
}

if (asked('throughput')) {
  const points: [number, number][] = []
  for (const future of [10_000, 100_000, 1_000_000]) points.push([future, 1 / (await comparePair(future, SINK_MS))])
  await comparePair(10_000, SLOWER_SINK_MS)
  console.log(`throughput: slope of the cost of one delivery ${round(slope(points))}`)
}

/** One worker against two. Where the sink is quick, two cores are full before two workers are. */
async function comparePair(future: number, latencyMs: number): Promise<number> {
  const one = await measureThroughput(future, 3000, 1, latencyMs)
  const two = await measureThroughput(future, 3000, 2, latencyMs)
  const ratio = (two / one).toFixed(2)
  console.log(
    `throughput: ${future} in the future, sink of ${latencyMs} ms: one worker ${round(one)} a second (owed: 300), two ${round(two)}, ratio ${ratio} (owed: 1.6)`,
  )
  return one
}
