import { createLog, type Log } from '#server/kernel/log.ts'

export interface CapturedLog {
  readonly log: Log
  /** All that was written so far, as text. */
  readonly text: () => string
  /** What was written as an error or worse. */
  readonly errors: () => readonly string[]
}

/** The real log at its most talkative, kept in memory instead of printed. */
export function captureLog(): CapturedLog {
  const lines: string[] = []
  const log = createLog('trace', { write: (line) => void lines.push(line) })
  return { log, text: () => lines.join(''), errors: () => lines.filter((line) => /"level":[56]0/.test(line)) }
}
