import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import { everyAccount } from './records.ts'

/** Looks every public profile up, one after the other, so that no platform is asked in a rush; tells how far it is. */
export function useLookAllUp() {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null)
  const start = async () => {
    const accounts = (await queryClient.fetchQuery(everyAccount)).filter(({ canLookUp }) => canLookUp)
    let found = 0
    try {
      for (const [done, { id }] of accounts.entries()) {
        setProgress({ done, total: accounts.length })
        // One that cannot be read says so in its row; the others go on.
        await api.strategy.audit.lookUp({ id }).then(
          () => void (found += 1),
          () => undefined,
        )
      }
    } finally {
      setProgress(null)
      await refreshStrategy(queryClient)
    }
    const missing = accounts.length - found
    const said = t('accounts.looked', { found, total: accounts.length })
    announce(missing === 0 ? said : `${said}. ${t('accounts.looked.not', { count: missing })}`)
  }
  return { progress, start }
}
