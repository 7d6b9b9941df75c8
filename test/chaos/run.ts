import { withThrowAwayDatabase } from '../fleet/throw-away-database.ts'
import { runChaos } from './chaos.ts'

/** npm run chaos: 500 deliveries, 50 workers killed with -9. Fails when anything is lost, doubled or unaccounted for. */
const posts = Number(process.argv[2] ?? 500)
const kills = Number(process.argv[3] ?? 50)
const result = await withThrowAwayDatabase((connection) =>
  runChaos({ connection, posts, kills, workers: 3, spreadSeconds: Math.max(10, kills * 0.6) }),
)
console.log(JSON.stringify(result, null, 2))
const good = result.lost === 0 && result.twice === 0 && (result.states['failed'] ?? 0) === 0
console.log(
  good
    ? `${posts} deliveries, ${kills} kills: 0 lost, 0 twice, ${result.unknown} unknown, of which ${result.settledByLookUp} were settled by looking and ${result.leftToPerson} are left to a person.`
    : 'The run failed.',
)
process.exitCode = good ? 0 : 1
