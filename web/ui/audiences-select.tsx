import { MultiSelect } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useMe } from '#web/kernel/session.tsx'

interface Named {
  readonly id: string
  readonly name: string
  readonly archived: boolean
}

interface AudiencesSelectProps {
  readonly id?: string
  readonly description: ReactNode
  readonly value?: string[]
  readonly onChange: (ids: string[]) => void
  readonly error?: ReactNode
  /** Those that are named now, so that their names are there before the list is, and archived ones stay. */
  readonly known: readonly Named[]
}

const everyAudience = queryOptions({
  queryKey: [...orpc.strategy.audiences.list.key(), 'every', false],
  queryFn: () => everyPage((page) => api.strategy.audiences.list(page)),
})

/** Whoever may read the strategy may choose from all audiences that are in use. */
export function useAudiences(): readonly { readonly id: string; readonly name: string }[] | undefined {
  const may = useMe().actions.includes('strategy.read')
  return useQuery({ ...everyAudience, enabled: may, staleTime: 60_000 }).data
}

/** Chooses the audiences that a campaign or post is for. */
export function AudiencesSelect({ known, value = [], description, ...field }: AudiencesSelectProps) {
  const { t } = useTranslation('audiences')
  const all = useAudiences()
  const names = new Map<string, string>()
  for (const { id, name, archived } of known) names.set(id, archived ? t('select.archived', { name }) : name)
  for (const { id, name } of all ?? []) names.set(id, name)
  // A guest may not read the strategy and has nothing to choose from.
  if (all === undefined && names.size === 0) return null
  const none = names.size === 0
  return (
    <MultiSelect
      {...field}
      label={t('select.label')}
      description={
        none ? (
          <>
            {t('select.none')}{' '}
            <Link to="/strategy/audiences" className="link">
              {t('select.write')}
            </Link>
          </>
        ) : (
          description
        )
      }
      placeholder={value.length === 0 && !none ? t('select.choose') : ''}
      data={[...names].map(([id, label]) => ({ value: id, label }))}
      value={value}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('none-found')}
    />
  )
}
