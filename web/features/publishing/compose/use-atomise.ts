import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { announce } from '#web/ui/toast.tsx'
import type { Channel } from '../records.ts'
import { useRefusedText } from '../use-reason-text.ts'
import { extrasOf, formOfVariant, variantOf } from './start-composition.ts'
import type { Composing } from './use-composition.ts'

/** Fills each chosen channel with a form of the piece, saves these with the piece, and offers to take it back. */
export function useAtomise({ composition, dispatch }: Composing, channels: readonly Channel[]) {
  const { t } = useTranslation('publishing')
  const text = useRefusedText()
  const [busy, setBusy] = useState(false)
  const { piece, own, extras } = composition

  async function atomise(pieceId: string): Promise<void> {
    setBusy(true)
    try {
      const { items } = await api.content.atomise({ id: pieceId, channelIds: channels.map(({ id }) => id) })
      dispatch({
        kind: 'forms',
        forms: Object.fromEntries(items.map((item) => [item.channelId, formOfVariant(item)])),
        extras: Object.fromEntries(items.map((item) => [item.channelId, extrasOf(item)])),
      })
      await Promise.all(
        items.map(({ channelId, ...form }) => api.content.setVariant({ ...form, id: pieceId, channelId })),
      )
      announce(t('origin.atomised', { count: items.length }), {
        undo: () =>
          takeBack(
            pieceId,
            items.map(({ channelId }) => channelId),
          ),
      })
    } catch (error) {
      announce(text(error), { tone: 'refused' })
    } finally {
      setBusy(false)
    }
  }
  /** Puts the forms back as they were before, here and with the piece. */
  async function takeBack(pieceId: string, channelIds: readonly string[]): Promise<void> {
    dispatch({ kind: 'set', values: { own, extras } })
    try {
      await Promise.all(
        channelIds.map((channelId) => {
          const before = own[channelId]
          if (before === undefined) return api.content.removeVariant({ id: pieceId, channelId })
          return api.content.setVariant({
            ...variantOf(before, extras[channelId]),
            id: pieceId,
            channelId,
            form: before.parts.length > 1 ? 'thread' : 'short-post',
          })
        }),
      )
    } catch (error) {
      announce(text(error), { tone: 'refused' })
    }
  }
  return { busy, start: piece === null || channels.length === 0 ? null : () => void atomise(piece.id) }
}
