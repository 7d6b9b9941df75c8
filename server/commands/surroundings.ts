import type { Readable } from 'node:stream'

/** Everything a command touches outside of the installation; tests pass their own. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Results: standard output, a line each. */
  readonly print: (line: string) => void
  /** What is being done: standard error, a line each. */
  readonly say: (line: string) => void
  readonly input: Readable & { readonly isTTY?: boolean }
  /** Runs something that can be broken off cleanly: the signal comes with Ctrl-C or a request to stop. */
  readonly interruptible: <T>(work: (signal: AbortSignal) => Promise<T>) => Promise<T>
}
