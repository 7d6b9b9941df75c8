import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { dropDraft, fitDraft, keepDraft, readDraft } from '#web/ui/draft.ts'
import { change } from './composition.ts'
import type { Change, Composition } from './composition.ts'

export interface Composing {
  readonly composition: Composition
  readonly dispatch: (wish: Change) => void
  /** Whether something was written or chosen, now or earlier in this tab. */
  readonly changed: boolean
  /** When the draft was last kept. */
  readonly keptAt: Date | null
  /** Forgets the draft: it was planned, or is thrown away. */
  readonly forget: () => void
  /** Writes an outgoing request into the draft before it leaves, so that a reload in between cannot plan it twice. */
  readonly keepNow: (wish: Change) => void
}

/** A composition that survives a reload, a refusal and the end of the session. `name` tells drafts apart. */
export function useComposition(name: string, initial: Composition): Composing {
  const [kept] = useState(() => fitDraft(initial, readDraft(name)))
  const restored = Object.keys(kept).length > 0
  const [composition, dispatch] = useReducer(change, { ...initial, ...kept })
  const [first] = useState(composition)
  const changed = restored || composition !== first
  const [keptAt, setKeptAt] = useState<Date | null>(null)
  const latest = useRef(composition)
  const forgotten = useRef(false)
  useEffect(() => {
    latest.current = composition
    if (forgotten.current || !changed) return
    keepDraft(name, composition)
    setKeptAt(new Date())
  }, [name, composition, changed])
  const forget = useCallback(() => {
    forgotten.current = true
    dropDraft(name)
  }, [name])
  const keepNow = useCallback(
    (wish: Change) => {
      latest.current = change(latest.current, wish)
      keepDraft(name, latest.current)
      dispatch(wish)
    },
    [name],
  )
  return { composition, dispatch, changed, keptAt, forget, keepNow }
}
