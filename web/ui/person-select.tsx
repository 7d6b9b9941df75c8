import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useMe } from '#web/kernel/session.tsx'

interface PersonSelectProps {
  readonly label: string
  readonly description?: string
  readonly value?: string | null
  readonly onChange: (id: string | null) => void
  readonly error?: React.ReactNode
  /** Whoever is chosen now, so that the name is there before the list is. */
  readonly known?: { readonly id: string; readonly name: string } | null
}

/** Chooses one person of the organisation, or nobody. Oneself comes first; closed accounts are left out. */
export function PersonSelect({ known = null, ...field }: PersonSelectProps) {
  const { t } = useTranslation('ui')
  const me = useMe()
  const people = useQuery({
    queryKey: [...orpc.organisation.people.key(), 'every'],
    queryFn: () => everyPage((page) => api.organisation.people(page)),
    staleTime: 60_000,
  })
  const names = new Map<string, string>([[me.person.id, t('person.me', { name: me.person.name })]])
  for (const person of people.data ?? [])
    if (person.active && person.id !== me.person.id) names.set(person.id, person.name)
  if (known !== null && !names.has(known.id)) names.set(known.id, known.name)
  return (
    <Select
      {...field}
      data={[...names].map(([value, label]) => ({ value, label }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('person.clear') }}
      placeholder={t('person.nobody')}
      nothingFoundMessage={t('person.none-found')}
      checkIconPosition="right"
    />
  )
}
