import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useConfirm } from '#web/ui/confirm.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshPublishing } from '../queries.ts'
import type { Channel } from '../records.ts'
import { useReasonText, useRefusedText } from '../use-reason-text.ts'

type Busy = 'inspect' | 'pause' | 'disconnect'

/** What can be done with a channel, each with its toast, its undo and its refusal in words. */
export function useChannelActions(channel: Channel) {
  const { t } = useTranslation('publishing')
  const queryClient = useQueryClient()
  const confirm = useConfirm()
  const problemText = useRefusedText()
  const reason = useReasonText()
  const [busy, setBusy] = useState<Busy | null>(null)
  const context = { version: channel.version }

  async function attempt(kind: Busy, change: () => Promise<void>): Promise<void> {
    setBusy(kind)
    try {
      await change()
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      setBusy(null)
      await refreshPublishing(queryClient)
    }
  }

  const inspect = () =>
    attempt('inspect', async () => {
      const { health } = await api.publishing.inspectChannel({ id: channel.id })
      if (health.problem === null) announce(t('channel.works', { name: channel.name }))
      else announce(reason(health.problem).what, { tone: 'refused' })
    })
  const pause = (paused: boolean): Promise<void> =>
    attempt('pause', async () => {
      const changed = await api.publishing.changeChannel({ id: channel.id, paused }, { context })
      const undo = () =>
        attempt('pause', async () => {
          await api.publishing.changeChannel(
            { id: channel.id, paused: !paused },
            { context: { version: changed.version } },
          )
        })
      announce(t(paused ? 'channel.paused' : 'channel.resumed', { name: channel.name }), { undo })
    })
  const disconnect = async () => {
    const sure = await confirm({
      title: t('channel.disconnect.title', { name: channel.name }),
      consequence: t('channel.disconnect.consequence', { count: channel.planned }),
      action: t('channel.disconnect'),
    })
    if (!sure) return
    await attempt('disconnect', async () => {
      await api.publishing.removeChannel({ id: channel.id }, { context })
      announce(t('channel.disconnected', { name: channel.name }))
    })
  }
  return { busy, inspect, pause, disconnect }
}
