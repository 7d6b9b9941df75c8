import { QueryClient } from '@tanstack/react-query'
import { asProblem } from './client.ts'

/** Asks again only what may succeed without anybody changing anything: a lost connection, a server that is busy. */
function worthRepeating(failures: number, error: unknown): boolean {
  const { status } = asProblem(error)
  return failures < 2 && (status === 0 || status === 502 || status === 503 || status === 504)
}

/** The cache of answers; fresh for half a minute, asked again when the window is looked at. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { staleTime: 30_000, retry: worthRepeating }, mutations: { retry: false } },
  })
}
