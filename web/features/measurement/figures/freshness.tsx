import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'
import { useTime } from '#web/kernel/use-time.ts'

const Fresh = createContext<number | null>(null)

/** Says for all figures inside when they were counted: the query's `dataUpdatedAt`, in milliseconds. */
export function Freshness({ at, children }: { readonly at: number; readonly children: ReactNode }) {
  return <Fresh value={at}>{children}</Fresh>
}

/** When the figures around were counted, as text; undefined outside of `<Freshness>`. */
export function useFreshness(): string | undefined {
  const at = useContext(Fresh)
  const time = useTime()
  return at === null || at === 0 ? undefined : time.instant(new Date(at))
}
