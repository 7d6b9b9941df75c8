import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { writeDecimal } from '../measure/decimal.ts'
import { useKpis } from '../measure/use-kpis.ts'
import { PERSPECTIVE_ORDER } from '../perspective.ts'
import { everyObjective } from '../records.ts'

type Facts = Readonly<Record<string, unknown>>

export interface Difference {
  readonly label: string
  readonly from: string
  readonly to: string
}

const FIELDS = [
  'title',
  'name',
  'description',
  'demographics',
  'needs',
  'objections',
  'languages',
  'places',
  'sources',
  'perspective',
  'kpi',
  'kpiEdition',
  'baseline',
  'target',
  'startsOn',
  'endsOn',
  'dueOn',
  'ownerId',
  'objectiveIds',
  'vision',
  'mission',
  'values',
] as const
type Field = (typeof FIELDS)[number]

/** Compares two states of an objective or goal, by the names of the API, and says what differs with names instead of ids. */
export function useFactWords(): (before: Facts, after: Facts) => readonly Difference[] {
  const { t } = useTranslation('strategy')
  const word = useFactWord()
  return (before, after) =>
    FIELDS.filter(
      (field) => field in after && JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
    ).map((field) => ({ label: t(`fact.${field}`), from: word(field, before[field]), to: word(field, after[field]) }))
}

/** An entry of an audience's list: a line, or a record by its name. */
function nameOfEntry(entry: unknown): string {
  if (typeof entry === 'string') return entry
  if (typeof entry !== 'object' || entry === null) return ''
  const name: unknown = Reflect.get(entry, 'title') ?? Reflect.get(entry, 'platform')
  return typeof name === 'string' ? name : ''
}

function useFactWord(): (field: Field, value: unknown) => string {
  const { t, i18n } = useTranslation('strategy')
  const time = useTime()
  const kpis = useKpis()
  const people = useQuery({
    queryKey: [...orpc.organisation.people.key(), 'every'],
    queryFn: () => everyPage((page) => api.organisation.people(page)),
    staleTime: 60_000,
  })
  const objectives = useQuery(everyObjective)
  return (field, value) => {
    if (
      field === 'places' ||
      field === 'sources' ||
      field === 'needs' ||
      field === 'objections' ||
      field === 'languages'
    )
      return Array.isArray(value) ? value.map(nameOfEntry).join(', ') : ''
    if (field === 'objectiveIds') {
      return Array.isArray(value)
        ? value
            .map(
              (id) => objectives.data?.find((objective) => objective.id === id)?.title ?? t('fact.removed-objective'),
            )
            .join(', ')
        : ''
    }
    if (field === 'kpiEdition') return typeof value === 'number' ? String(value) : ''
    if (typeof value !== 'string' || value === '') return field === 'ownerId' ? t('fact.nobody') : ''
    if (field === 'ownerId') return people.data?.find((person) => person.id === value)?.name ?? t('fact.somebody')
    if (field === 'kpi') return kpis.of(value)?.name ?? value
    if (field === 'baseline' || field === 'target') return writeDecimal(value, localeOf(i18n.language))
    if (field === 'startsOn' || field === 'endsOn' || field === 'dueOn') return time.day(value)
    const perspective = PERSPECTIVE_ORDER.find((one) => one === value)
    return field === 'perspective' && perspective !== undefined ? t(`perspective.${perspective}`) : value
  }
}
