import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useTime } from '#web/kernel/use-time.ts'
import type { Conflict } from '#web/ui/versions.ts'
import { everyCampaign } from '../plans/records.ts'
import type { TaskState } from '../plans/records.ts'
import { everyGoal } from '../records.ts'
import type { TaskValues } from './task-values.ts'

/** The fields that two people gave different values, in words. A checklist is told line by line. */
export function useTaskDifferences(conflict: Conflict<TaskValues> | null) {
  const { t } = useTranslation('plans')
  const time = useTime()
  const asked = conflict !== null
  const goals = useQuery({ ...everyGoal, enabled: asked }).data ?? []
  const campaigns = useQuery({ ...everyCampaign, enabled: asked }).data ?? []
  const people = useQuery({
    queryKey: [...orpc.organisation.people.key(), 'every'],
    queryFn: () => everyPage((page) => api.organisation.people(page)),
    staleTime: 60_000,
    enabled: asked,
  }).data
  if (conflict === null) return []
  const titleOf = (records: readonly { id: string; title: string }[], id: string | null) =>
    records.find((record) => record.id === id)?.title ?? ''
  const told: readonly (readonly [keyof TaskValues, string, (values: TaskValues) => string])[] = [
    ['title', t('task.field.title'), ({ title }) => title],
    ['dueOn', t('task.field.due'), ({ dueOn }) => (dueOn === null ? '' : time.day(dueOn))],
    ['ownerId', t('task.field.owner'), ({ ownerId }) => people?.find(({ id }) => id === ownerId)?.name ?? ''],
    ['hoursPlanned', t('task.field.planned'), ({ hoursPlanned }) => hoursPlanned],
    ['hoursActual', t('task.field.actual'), ({ hoursActual }) => hoursActual],
    ['state', t('task.field.state'), ({ state }) => t(`task.state.${state as TaskState}`)],
    ['campaignId', t('task.field.campaign'), ({ campaignId }) => titleOf(campaigns, campaignId)],
    ['goalId', t('task.field.goal'), ({ goalId }) => titleOf(goals, goalId)],
    [
      'checklist',
      t('task.checklist'),
      ({ checklist }) => checklist.map(({ text, done }) => `${done ? '☑' : '☐'} ${text}`).join('\n'),
    ],
    ['description', t('task.field.description'), ({ description }) => description],
  ]
  return told
    .filter(([name]) => conflict.names.includes(name))
    .map(([, label, word]) => ({ label, mine: word(conflict.mine), theirs: word(conflict.theirs) }))
}
