import { z } from 'zod'
import { startProcess } from './start-process.ts'

const Statuses = z.object({ texts: z.array(z.object({ text: z.string(), times: z.number(), firstAt: z.string() })) })

export interface Sink {
  readonly url: string
  readonly token: string
  /** How often each text was published, and when first. */
  readonly published: () => Promise<ReadonlyMap<string, { readonly times: number; readonly firstAt: Date }>>
  readonly close: () => Promise<void>
}

export interface SinkOptions {
  readonly latencyMs?: number
  readonly dropAnswerShare?: number
  readonly dropRequestShare?: number
  readonly behaviour?: string
}

/** A local Mastodon server as a process of its own, built from its fact sheet, which counts what was published. */
export async function startSink({
  latencyMs = 0,
  dropAnswerShare = 0,
  dropRequestShare = 0,
  behaviour = 'ignores-key',
}: SinkOptions = {}): Promise<Sink> {
  const args = [
    'test/servers/mastodon-process.ts',
    '--behaviour',
    behaviour,
    '--latency-ms',
    String(latencyMs),
    '--drop-answer-share',
    String(dropAnswerShare),
    '--drop-request-share',
    String(dropRequestShare),
  ]
  const { child, line, gone } = await startProcess(args, {}, (text) => text.startsWith('{'))
  const { url, accounts } = z
    .object({ url: z.string(), accounts: z.array(z.object({ token: z.string() })) })
    .parse(JSON.parse(line))
  return {
    url,
    token: accounts[0]?.token ?? '',
    published: async () => {
      const { texts } = Statuses.parse(await (await fetch(`${url}/control/statuses`)).json())
      return new Map(texts.map(({ text, times, firstAt }) => [text, { times, firstAt: new Date(firstAt) }]))
    },
    close: async () => {
      child.stdin?.end()
      await gone
    },
  }
}
