import type { QueryClient } from '@tanstack/react-query'
import { orpc } from '#web/kernel/client.ts'

/** Asks again for everything that a change of the strategy can alter: records, traces, progress and history. */
export async function refreshStrategy(queryClient: QueryClient): Promise<void> {
  const keys = [orpc.strategy.key(), orpc.measurement.key(), orpc.governance.key()]
  await Promise.all(keys.map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
