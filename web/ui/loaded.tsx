import { Skeleton, Stack } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/kernel/client.ts'
import { ProblemNotice } from './problem-notice.tsx'

interface LoadedProps<Data> {
  readonly query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>
  /** How many grey lines stand in while it loads, or a placeholder of your own. */
  readonly skeleton?: number | ReactNode
  readonly children: (data: Data) => ReactNode
}

/** Shows what a query brought; grey lines until then; the problem with a way to try again when it failed. */
export function Loaded<Data>({ query, skeleton = 3, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error !== null)
    return <ProblemNotice problem={asProblem(query.error)} onRetry={() => void query.refetch()} />
  return typeof skeleton === 'number' ? <Waiting lines={skeleton} /> : <>{skeleton}</>
}

function Waiting({ lines }: { lines: number }) {
  const { t } = useTranslation('ui')
  return (
    <Stack gap={12} p={16} role="status" aria-label={t('loading')}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={12} width={`${90 - ((line * 17) % 50)}%`} />
      ))}
    </Stack>
  )
}
