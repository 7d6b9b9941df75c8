import { ActionIcon, Button, NumberInput, Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import { mondayOf } from './monday.ts'
import type { Choice } from './records.ts'
import classes from './channels.module.css'

interface TargetValues {
  readonly key: string
  readonly postsPerWeek: string | number
  readonly channelId: string | null
  readonly ownerId: string | null
  readonly startsOn: string | null
  readonly endsOn: string | null
}

/** The channel plan of a platform: how many posts a week, by whom, from when on. */
export function PlanForm({ choice, onDone }: { readonly choice: Choice; readonly onDone: () => void }) {
  const { t } = useTranslation(['choice', 'accounts', 'ui'])
  const me = useMe()
  const time = useTime()
  const queryClient = useQueryClient()
  const fresh = (): TargetValues => ({
    key: crypto.randomUUID(),
    postsPerWeek: 3,
    channelId: null,
    ownerId: me.person.id,
    startsOn: mondayOf(time.today()),
    endsOn: null,
  })
  const form = useProblemForm<{ items: TargetValues[] }>({
    initialValues: {
      items:
        choice.targets.length === 0
          ? [fresh()]
          : choice.targets.map(({ id, channel, owner, ...target }) => ({
              ...target,
              key: id,
              channelId: channel?.id ?? null,
              ownerId: owner?.id ?? null,
            })),
    },
    draft: `channel-plan:${choice.id}:${choice.version}`,
  })
  const send = form.submit(
    ({ items }) =>
      api.strategy.channelChoice.setTargets(
        {
          id: choice.id,
          items: items.map(({ postsPerWeek, startsOn, channelId, ownerId, endsOn }) => ({
            channelId,
            ownerId,
            endsOn,
            postsPerWeek: Number(postsPerWeek),
            startsOn: startsOn ?? '',
          })),
        },
        { context: { version: choice.version } },
      ),
    async (saved) => {
      onDone()
      announce(t('plan.saved', { platform: t(`accounts:platform.${saved.platform}`) }))
      await refreshStrategy(queryClient)
    },
  )
  const channels = useQuery({
    queryKey: [...orpc.publishing.channels.key(), 'every'],
    queryFn: () => everyPage((page) => api.publishing.channels(page)),
  })
  const own = (channels.data ?? []).filter(({ platform }) => platform === choice.platform)
  return (
    <form onSubmit={send} className={classes.form}>
      <RestoredNote form={form} />
      <p className={classes.quiet}>{t('plan.help')}</p>
      {form.values.items.length === 0 && <p>{t('plan.none')}</p>}
      {form.values.items.map((target, place) => (
        <section key={target.key} className={classes.target} aria-label={t('plan.target', { number: place + 1 })}>
          <h3>
            {t('plan.target', { number: place + 1 })}
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('plan.remove', { number: place + 1 })}
              onClick={() => form.removeListItem('items', place)}
            >
              <IconTrash size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </h3>
          <NumberInput
            min={1}
            max={500}
            allowDecimal={false}
            label={t('plan.posts')}
            {...form.getInputProps(`items.${place}.postsPerWeek`)}
          />
          <PersonSelect
            label={t('plan.owner')}
            known={choice.targets.find(({ id }) => id === target.key)?.owner ?? null}
            {...form.getInputProps(`items.${place}.ownerId`)}
          />
          <DayInput required label={t('plan.starts')} {...form.getInputProps(`items.${place}.startsOn`)} />
          <DayInput
            clearable
            label={t('plan.ends')}
            min={target.startsOn ?? undefined}
            {...form.getInputProps(`items.${place}.endsOn`)}
          />
          {own.length > 0 && (
            <Select
              clearable
              label={t('plan.channel')}
              placeholder={t('plan.channel.all')}
              clearButtonProps={{ 'aria-label': t('plan.channel.all') }}
              data={own.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps(`items.${place}.channelId`)}
            />
          )}
        </section>
      ))}
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={1.5} aria-hidden />}
          onClick={() => form.insertListItem('items', fresh())}
        >
          {t('plan.add')}
        </Button>
      </div>
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
