import { measureApprovals } from './approvals.ts'
import { measureCalendar } from './calendar.ts'
import { measureCascade } from './cascade.ts'
import { measureChart } from './chart.ts'
import { measureChecks } from './checks.ts'
import { measureLateness, measureThroughput } from './deliveries.ts'
import { measureEvents } from './events.ts'
import { round, slope } from './figures.ts'
import { measureMay } from './may.ts'
import { measureStart } from './start.ts'

/** npm run bench [start|calendar|cascade|check|approvals|lateness|throughput ...]: measures what Tutti owes, each at three sizes, and how cost grows with size. */
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

if (asked('may')) {
  const { median, p99 } = measureMay()
  console.log(`may: one question median ${round(median)} µs, p99 ${round(p99)} µs (owed: 50)`)
}

if (asked('calendar')) {
  const points: [number, number][] = []
  for (const total of [5000, 50_000, 500_000]) {
    const { median, month, overHttp, check } = await measureCalendar(total)
    points.push([total, month])
    console.log(
      `calendar: month of 5,000 posts among ${total}: p50 ${round(median)}, p95 ${round(month)} ms (owed: 60), over HTTP p95 ${round(overHttp)}; check of a draft: p95 ${round(check)} ms (owed: 15)`,
    )
  }
  console.log(`calendar: slope ${round(slope(points))}`)
}

if (asked('cascade')) {
  const points: [number, number][] = []
  const homes: [number, number][] = []
  for (const part of [1 / 10, 1 / 3, 1]) {
    const size = {
      objectives: Math.round(1000 * part),
      goals: Math.round(10_000 * part),
      posts: Math.round(100_000 * part),
    }
    const { cascade, again, branch, executive, executiveAgain, ripple, cold } = await measureCascade(size)
    points.push([size.goals, cascade])
    homes.push([size.goals, executive])
    console.log(
      `cascade: ${size.objectives} objectives, ${size.goals} goals, ${size.posts} posts: p95 after a change ${round(cascade)} ms, again ${round(again)} ms (owed: 150); executive home after a change ${round(executive)} ms, again ${round(executiveAgain)} ms (owed: 150); the very first ${round(cold.cascade)} and ${round(cold.executive)} ms; one branch ${round(branch)} ms, a change that ripples ${round(ripple)} ms`,
    )
  }
  console.log(`cascade: slope ${round(slope(points))}, executive home ${round(slope(homes))}`)
}

if (asked('check')) {
  const points: [number, number][] = []
  for (const total of [0, 200, 2000]) {
    const { inside, cpu, overHttp, ten, first } = await measureChecks(total)
    if (total > 0) points.push([total, inside.p95])
    console.log(
      `check: ${total} rules: one channel at the server p50 ${round(inside.median)}, p95 ${round(inside.p95)} ms (owed for 2,000: 15), CPU of the server ${round(cpu)} ms a check; over HTTP p50 ${round(overHttp.median)}, p95 ${round(overHttp.p95)}; ten channels p95 ${round(ten)}; the first after a change ${round(first)} ms`,
    )
  }
  console.log(`check: slope ${round(slope(points))}`)
}

if (asked('approvals'))
  for (const total of [100, 1000]) {
    const { quiet, cpu } = await measureApprovals(total)
    console.log(
      `approvals: the minute's look at ${total} waiting: ${round(quiet)} ms (CPU of the server ${round(cpu)} ms) when nothing is due`,
    )
  }

if (asked('events')) {
  for (const total of [10_000, 100_000, 1_000_000]) {
    const { p95, appendedPerSecond, verifiedPerSecond, wholeSearchMs } = await measureEvents(total)
    const figures = Object.entries(p95).map(([name, figure]) => `${name} ${round(figure)}`)
    console.log(`events: p95 among ${total}, ms: ${figures.join(', ')}`)
    console.log(
      `events: a rare word through all ${total}: ${round(wholeSearchMs)} ms; appended ${round(appendedPerSecond)}, verified ${round(verifiedPerSecond)} a second`,
    )
  }
}

if (asked('chart'))
  for (const total of [200, 2000]) {
    const { openedMs, panning, dragging, drawn } = await measureChart(total)
    console.log(
      `chart: ${total} positions, all open, ${drawn} of them drawn: opened in ${round(openedMs)} ms; a frame while panning: median ${round(panning.median)}, p95 ${round(panning.p95)} ms; while dragging: median ${round(dragging.median)}, p95 ${round(dragging.p95)} ms`,
    )
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
