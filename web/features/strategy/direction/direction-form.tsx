import { Button, Group, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { announce } from '#web/ui/toast.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { useVersions } from '#web/ui/versions.ts'
import type { Direction } from '../records.ts'
import classes from './direction.module.css'
import { DIRECTION_PARTS, partsOf } from './direction-parts.ts'

/** Vision, mission and values as fields, in place of their text. */
export function DirectionForm({ direction, onDone }: { readonly direction: Direction; readonly onDone: () => void }) {
  const { t } = useTranslation(['strategy', 'ui'])
  const queryClient = useQueryClient()
  const first = useRef<HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const versions = useVersions({
    seen: direction,
    read: () => api.strategy.direction(),
    valuesOf: partsOf,
  })
  const form = useProblemForm({
    initialValues: partsOf(direction),
    draft: `direction:${direction.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, version }) => api.strategy.setDirection(values, { context: { version } })),
    (saved) => {
      queryClient.setQueryData(orpc.strategy.direction.queryKey(), saved)
      announce(t('direction.saved'))
      onDone()
    },
  )
  return (
    <form onSubmit={send} className={classes.form}>
      <div className={classes.parts}>
        {DIRECTION_PARTS.map((part, place) => (
          <Textarea
            key={part}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={2000}
            ref={place === 0 ? first : undefined}
            label={t(`direction.${part}`)}
            description={t(`direction.${part}.help`)}
            {...form.getInputProps(part)}
          />
        ))}
      </div>
      <RestoredNote form={form} />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          DIRECTION_PARTS.filter((part) => conflict.names.includes(part)).map((part) => ({
            label: t(`direction.${part}`),
            mine: conflict.mine[part],
            theirs: conflict.theirs[part],
          }))
        }
        save={send}
      />
      <Group gap={8} justify="flex-end">
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.sending}>
          {t('ui:save')}
        </Button>
      </Group>
    </form>
  )
}
