import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { IconFilterOff, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EVENT_ROOMS } from '#contract/events.ts'
import { orpc } from '#web/kernel/client.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useUnits } from '#web/ui/use-units.ts'
import type { LogFilter } from './records.ts'
import { useEventWords } from './use-event-words.ts'
import classes from './audit.module.css'

interface EventFiltersProps {
  readonly filter: LogFilter
  readonly onFilter: (filter: LogFilter) => void
}

/** What the log is narrowed by. Everything chosen stands in the address, so that a view can be passed on. */
export function EventFilters({ filter, onFilter }: EventFiltersProps) {
  const { t } = useTranslation(['audit', 'ui'])
  const words = useEventWords()
  const units = useUnits()
  const choices = useQuery(orpc.governance.audit.choices.queryOptions({ staleTime: 60_000 })).data
  const [text, setText] = useState(filter.text ?? '')
  const set = (name: keyof LogFilter, value: string | null) => {
    const { [name]: _, ...rest } = filter
    onFilter(value === null || value === '' ? rest : { ...rest, [name]: value })
  }
  const search = useDebouncedCallback((value: string) => set('text', value.trim()), 300)
  const choose = (name: keyof LogFilter, label: string, data: readonly { value: string; label: string }[]) => (
    <Select
      label={label}
      placeholder={t('filter.all')}
      data={[...data]}
      value={filter[name] ?? null}
      onChange={(value) => set(name, value)}
      searchable
      clearable
      nothingFoundMessage={t('ui:nothing-found')}
    />
  )
  const byLabel = (one: { label: string }, other: { label: string }) => one.label.localeCompare(other.label)
  return (
    <search className={classes.filters} aria-label={t('filter')}>
      <TextInput
        label={t('filter.text')}
        placeholder={t('filter.text.hint')}
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
        maxLength={200}
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value)
          search(currentTarget.value)
        }}
      />
      {choose(
        'actor',
        t('filter.actor'),
        (choices?.actors ?? [])
          .map((actor) => ({ value: actor.id ?? 'system', label: words.actor(actor) }))
          .toSorted(byLabel),
      )}
      {choose(
        'verb',
        t('filter.verb'),
        (choices?.verbs ?? []).map((verb) => ({ value: verb, label: words.verb(verb) })).toSorted(byLabel),
      )}
      {choose(
        'type',
        t('filter.type'),
        (choices?.types ?? []).map((type) => ({ value: type, label: words.type(type) })).toSorted(byLabel),
      )}
      {choose(
        'room',
        t('filter.room'),
        EVENT_ROOMS.map((room) => ({ value: room, label: t(`room.${room}`) })),
      )}
      {units.length > 1 &&
        choose(
          'unit',
          t('filter.unit'),
          units.map(({ id, name }) => ({ value: id, label: name })),
        )}
      <DayInput label={t('filter.from')} value={filter.from ?? null} clearable onChange={(day) => set('from', day)} />
      <DayInput
        label={t('filter.to')}
        value={filter.to ?? null}
        min={filter.from}
        clearable
        onChange={(day) => set('to', day)}
      />
      {Object.keys(filter).length > 0 && (
        <Button
          variant="subtle"
          className={classes.clear}
          leftSection={<IconFilterOff size={16} stroke={1.5} aria-hidden />}
          onClick={() => {
            setText('')
            onFilter({})
          }}
        >
          {t('filter.clear')}
        </Button>
      )}
    </search>
  )
}
