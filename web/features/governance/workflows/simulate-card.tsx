import { Select, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { asProblem } from '#web/kernel/client.ts'
import { RouteStages } from '#web/ui/route-stages.tsx'
import { useKnown } from './use-known.ts'
import type { WorkflowValues } from './workflow-values.ts'
import classes from './workflows.module.css'

interface SimulateCardProps {
  /** What is being edited, tried instead of all others; null: all workflows as they are. */
  readonly workflow: Pick<WorkflowValues, 'title' | 'conditions' | 'stages'> | null
}

/** Who would have to approve this? Tries a text on a channel before anybody writes it. */
export function SimulateCard({ workflow }: SimulateCardProps) {
  const { t } = useTranslation('approvals')
  const me = useMe()
  const { channels } = useKnown()
  const [channelId, setChannelId] = useState<string | null>(null)
  const [text, setText] = useState('')
  const [authorId, setAuthorId] = useState<string | null>(me.person.id)
  const chosen = channelId ?? channels[0]?.value ?? null
  const [asked] = useDebouncedValue(JSON.stringify({ chosen, text, authorId, workflow }), 400)
  const route = useQuery({
    queryKey: [...orpc.governance.workflows.route.key(), 'tried', asked],
    queryFn: async () => {
      const { items } = await api.governance.workflows.route({
        channelIds: [chosen ?? ''],
        parts: [{ text }],
        ...(authorId === null ? {} : { authorId }),
        ...(workflow === null ? {} : { workflow: complete(workflow) }),
      })
      return items[0]
    },
    enabled: chosen !== null,
    placeholderData: keepPreviousData,
    retry: false,
  })
  return (
    <Card title={t('simulate')}>
      <div className={classes.form}>
        <p className="text-2">{t('simulate.text')}</p>
        <div className={classes.two}>
          <Select
            label={t('simulate.channel')}
            allowDeselect={false}
            data={[...channels]}
            value={chosen}
            onChange={setChannelId}
          />
          <PersonSelect label={t('simulate.author')} value={authorId} onChange={setAuthorId} />
        </div>
        <Textarea
          label={t('simulate.words')}
          autosize
          minRows={2}
          maxRows={8}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <div aria-live="polite">
          {route.isError && <ProblemNotice problem={asProblem(route.error)} />}
          {route.data !== undefined &&
            !route.isError &&
            (route.data.needed ? (
              <RouteStages stages={route.data.stages} />
            ) : (
              <p>{t(workflow === null ? 'simulate.none' : 'simulate.not-this')}</p>
            ))}
        </div>
      </div>
    </Card>
  )
}

/** While somebody still types, names and choices may be missing; what is incomplete is left out of the try. */
function complete({ title, conditions, stages }: NonNullable<SimulateCardProps['workflow']>) {
  const usable = <Kind extends { kind: string }>(list: readonly Kind[]) =>
    list.filter((one) =>
      Object.values(one).every((value) => value !== '' && !(Array.isArray(value) && value.length === 0)),
    )
  const tried = stages.flatMap((stage) => {
    const approvers = usable(stage.approvers)
    if (approvers.length === 0) return []
    return [
      { ...stage, name: stage.name.trim() === '' ? '–' : stage.name, conditions: usable(stage.conditions), approvers },
    ]
  })
  return { title, conditions: usable(conditions), stages: tried }
}
