import { parseArgs } from 'node:util'
import { BEHAVIOURS } from './mastodon-options.ts'
import { startMastodon } from './mastodon.ts'

/**
 * The server as a process of its own, for load: prints its address and accounts as one line of JSON and ends when its
 * standard input closes. `node test/servers/mastodon-process.ts --port 0 --behaviour ignores-key --accounts 3`
 */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    behaviour: { type: 'string', default: 'honours-key' },
    accounts: { type: 'string', default: '1' },
    'max-characters': { type: 'string', default: '500' },
    'latency-ms': { type: 'string', default: '0' },
    'late-ms': { type: 'string', default: '200' },
    'drop-answer-share': { type: 'string', default: '0' },
    'drop-request-share': { type: 'string', default: '0' },
    'honours-keys': { type: 'boolean' },
  },
})

const behaviour = BEHAVIOURS.find((one) => one === values.behaviour)
if (behaviour === undefined) throw new Error(`--behaviour is one of ${BEHAVIOURS.join(', ')}`)

const server = await startMastodon({
  behaviour,
  port: Number(values.port),
  maxCharacters: Number(values['max-characters']),
  latencyMs: Number(values['latency-ms']),
  lateMs: Number(values['late-ms']),
  dropAnswerShare: Number(values['drop-answer-share']),
  dropRequestShare: Number(values['drop-request-share']),
  ...(values['honours-keys'] === undefined ? {} : { honoursKeys: values['honours-keys'] }),
})
const accounts = Array.from({ length: Number(values.accounts) }, (_, number) => {
  return server.account(number === 0 ? 'brand' : `brand${number + 1}`)
})
process.stdout.write(`${JSON.stringify({ url: server.url, accounts })}\n`)
process.stdin.resume().once('end', () => void server.close())
