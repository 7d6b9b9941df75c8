import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core'
import { TimePicker } from '@mantine/dates'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { instantOf } from '#web/kernel/time.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStops, type Stop, type StopItem } from './records.ts'
import classes from './stop.module.css'

export interface Wish {
  readonly stop: Stop
  readonly decision: 'send-now' | 'move' | 'drop'
  readonly items: readonly StopItem[]
}

interface DecideDialogProps {
  readonly wish: Wish
  readonly onClose: () => void
  readonly onDone: () => void
}

const TITLES = { 'send-now': 'review.send.title', move: 'review.move.title', drop: 'review.drop.title' } as const
const VERBS = { 'send-now': 'review.send', move: 'review.move', drop: 'review.drop' } as const
const MOST = 500

/** Asks what a decision needs to know, and carries it out. */
export function DecideDialog({ wish, onClose, onDone }: DecideDialogProps) {
  const { t } = useTranslation(['stop', 'ui', 'refusal'])
  const time = useTime()
  const queryClient = useQueryClient()
  const { stop, decision, items } = wish
  const form = useProblemForm<{ day: string | null; time: string; spacingMinutes: number }>({
    initialValues: { day: time.today(), time: '', spacingMinutes: 5 },
    validate: {
      time: (value) => (decision === 'move' && value === '' ? t('refusal:field.missing') : null),
      day: (value) => (decision === 'move' && value === null ? t('refusal:field.missing') : null),
    },
    guard: false,
  })
  const decide = async ({ day, time: clock, spacingMinutes }: typeof form.values) => {
    const at = decision === 'move' ? instantOf(`${day ?? ''}T${clock.slice(0, 5)}`, time.timeZone).toISOString() : null
    let decided = 0
    for (let start = 0; start < items.length; start += MOST) {
      const ids = items.slice(start, start + MOST).map((item) => item.id)
      decided += (await api.governance.stops.decide({ id: stop.id, decision, items: ids, at, spacingMinutes })).decided
    }
    return decided
  }
  const done = (decided: number) => {
    const left = items.length - decided
    announce(
      left === 0 ? t('review.done', { count: decided }) : t('review.left', { count: left }),
      left === 0 ? {} : { tone: 'refused' },
    )
    void refreshStops(queryClient)
    onDone()
  }
  return (
    <Modal opened onClose={onClose} title={t(TITLES[decision], { count: items.length })} size={440}>
      <form onSubmit={form.submit(decide, done)} noValidate>
        <Stack gap={16}>
          {form.problem !== null && <ProblemNotice problem={form.problem} />}
          {decision !== 'move' && (
            <Text size="sm" c="var(--text-2)">
              {t(decision === 'drop' ? 'review.drop.text' : 'review.send.text')}
            </Text>
          )}
          {decision === 'move' && (
            <div className={classes.when}>
              <DayInput label={t('review.move.date')} min={time.today()} {...form.getInputProps('day')} />
              <TimePicker label={t('review.move.time')} withDropdown minutesStep={5} {...form.getInputProps('time')} />
            </div>
          )}
          {decision !== 'drop' && items.length > 1 && (
            <NumberInput
              label={t('review.spacing')}
              min={0}
              max={1440}
              allowDecimal={false}
              {...form.getInputProps('spacingMinutes')}
            />
          )}
          <Group justify="flex-end" gap={8}>
            <Button variant="default" onClick={onClose}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" color={decision === 'drop' ? 'bad' : 'accent'} loading={form.sending}>
              {t(VERBS[decision])}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
