import { pino, type DestinationStream } from 'pino'
import type { Config } from './config.ts'
import { withoutSecrets } from './without-secrets.ts'

/** Writes lines of JSON. Fields first, then a sentence: `log.warn({ deliveryId }, 'delivery is late')`. */
export type Log = Pick<pino.Logger, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'> & {
  /** A log that adds these fields to each line. */
  readonly child: (fields: Readonly<Record<string, unknown>>) => Log
}

/**
 * A log from this level on, to standard output or to `destination`. Every finished line is cleaned of secrets, wherever
 * they stand: in fields at any depth, in the fields of a child, in errors and in sentences.
 */
export function createLog(level: Config['logLevel'], destination?: DestinationStream): Log {
  const options = { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: cleaned } }
  return pino(options, destination)
}

function cleaned(line: string): string {
  return `${JSON.stringify(withoutSecrets(JSON.parse(line)))}\n`
}
