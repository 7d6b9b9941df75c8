import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Language } from '#contract/kinds.ts'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import { dropDraft, fitDraft, keepDraft, readDraft } from '#web/ui/draft.ts'
import type { Piece } from '../records.ts'
import { fieldsOf } from './piece-fields.ts'
import type { PieceFields } from './piece-fields.ts'
import { createPieceSaver } from './piece-saver.ts'
import type { PieceSaver } from './piece-saver.ts'

/**
 * The saver of a piece for its page: what is typed is saved after a pause and when the page is left; a draft in this tab
 * survives a reload, and closing the tab with something unsaved asks first.
 */
export function usePieceSaver(piece: Piece): PieceSaver {
  const queryClient = useQueryClient()
  const [saver] = useState(() => {
    const name = `piece:${piece.id}`
    return createPieceSaver(piece, fitDraft(fieldsOf(piece), readDraft(name)), {
      send: async (changes, version) => {
        const { mediaIds, ...rest } = changes
        const saved = await api.content.changePiece(
          { id: piece.id, ...languageOf(rest), ...(mediaIds === undefined ? {} : { mediaIds: [...mediaIds] }) },
          { context: { version } },
        )
        queryClient.setQueryData(orpc.content.piece.queryKey({ input: { id: piece.id } }), saved)
        if ('campaignId' in changes || 'title' in changes)
          void queryClient.invalidateQueries({ queryKey: orpc.measurement.key() })
        void queryClient.invalidateQueries({ queryKey: orpc.content.pieces.key() })
        return saved
      },
      read: () => api.content.piece({ id: piece.id }),
      problemOf: asProblem,
      keep: (mine) => (mine === null ? dropDraft(name) : keepDraft(name, mine)),
      later: (work, ms) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      now: () => new Date(),
    })
  })
  useEffect(() => saver.receive(piece), [saver, piece])
  useSavingOnLeave(saver)
  return saver
}

/** The API knows a language by name; the page holds it as text until then. */
function languageOf({ language, ...rest }: Partial<Omit<PieceFields, 'mediaIds'>>): Partial<
  Omit<PieceFields, 'mediaIds' | 'language'>
> & {
  language?: Language
} {
  return language === 'en' || language === 'tr' ? { ...rest, language } : rest
}

function useSavingOnLeave(saver: PieceSaver): void {
  useEffect(() => {
    if (saver.state().status.kind === 'unsaved') void saver.flush()
    const ask = (event: BeforeUnloadEvent) => {
      if (saver.state().status.kind !== 'saved') event.preventDefault()
    }
    const again = () => {
      if (saver.state().status.kind === 'refused') void saver.flush()
    }
    window.addEventListener('beforeunload', ask)
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('beforeunload', ask)
      window.removeEventListener('online', again)
      void saver.flush()
    }
  }, [saver])
}

/** What the saver holds now; the component is drawn again when it changes. */
export function useSaverState(saver: PieceSaver) {
  return useSyncExternalStore(saver.watch, saver.state)
}
