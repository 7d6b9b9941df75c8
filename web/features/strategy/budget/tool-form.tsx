import { Select, Switch, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TOOL_CYCLES } from '#contract/budget-records.ts'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { announce } from '#web/ui/toast.tsx'
import { readDecimal, writeDecimal } from '../measure/decimal.ts'
import fields from '../objectives/objective-fields.module.css'
import { refreshStrategy } from '../refresh-strategy.ts'
import { EntryFoot } from './entry-foot.tsx'
import { PlaceSelects, placeValues } from './place-select.tsx'
import type { Tool } from './records.ts'
import { useBudgetChecks } from './use-budget-checks.ts'
import { useEntryRemoval } from './use-entry-removal.ts'

interface ToolFormProps {
  /** The subscription to change; left out for a new one. */
  readonly tool?: Tool | undefined
  readonly onDone: () => void
}

/** The form of a subscription. */
export function ToolForm({ tool, onDone }: ToolFormProps) {
  const { t, i18n } = useTranslation(['budget', 'ui'])
  const locale = localeOf(i18n.language)
  const { organisation } = useMe()
  const time = useTime()
  const queryClient = useQueryClient()
  const remove = useEntryRemoval(onDone)
  const { title, day, price, currency } = useBudgetChecks()
  const form = useProblemForm({
    initialValues: {
      name: tool?.name ?? '',
      note: tool?.note ?? '',
      price: tool === undefined ? '' : writeDecimal(tool.price, locale),
      currency: tool?.currency ?? organisation.currency,
      cycle: tool?.cycle ?? 'month',
      startsOn: tool?.startsOn ?? time.today(),
      endsOn: tool?.endsOn ?? null,
      inPlan: tool?.inPlan ?? true,
      ...placeValues(tool ?? { unit: null, campaign: null, plan: null }),
    },
    validate: { name: title, startsOn: day, price, currency },
    draft: tool === undefined ? 'tool:new' : `tool:${tool.id}:${tool.version}`,
  })
  const send = form.submit(
    (values) => {
      const request = {
        ...values,
        price: readDecimal(values.price, locale) ?? '',
        currency: values.currency.trim().toUpperCase(),
        cycle: TOOL_CYCLES.find((cycle) => cycle === values.cycle) ?? 'month',
        startsOn: values.startsOn ?? '',
      }
      return tool === undefined
        ? api.strategy.budget.createTool(request)
        : api.strategy.budget.changeTool({ ...request, id: tool.id }, { context: { version: tool.version } })
    },
    async (saved) => {
      onDone()
      announce(tool === undefined ? t('tool.added', { name: saved.name }) : t('tool.saved'))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <TextInput data-autofocus withAsterisk maxLength={120} label={t('tool.name')} {...form.getInputProps('name')} />
      <div className={fields.period}>
        <TextInput
          withAsterisk
          inputMode="decimal"
          label={t('tool.price')}
          description={t('tool.price.help')}
          {...form.getInputProps('price')}
        />
        <TextInput
          label={t('field.currency')}
          maxLength={3}
          styles={{ root: { alignSelf: 'end' } }}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t('tool.cycle')}
          allowDeselect={false}
          data={TOOL_CYCLES.map((value) => ({ value, label: t(`cycle.${value}`) }))}
          {...form.getInputProps('cycle')}
        />
        <DayInput required label={t('tool.starts')} {...form.getInputProps('startsOn')} />
        <DayInput
          clearable
          label={t('tool.ends')}
          min={form.values.startsOn ?? undefined}
          {...form.getInputProps('endsOn')}
        />
        <PlaceSelects inputOf={(name) => form.getInputProps(name)} />
      </div>
      <Switch label={t('tool.in-plan')} {...form.getInputProps('inPlan', { type: 'checkbox' })} />
      <Textarea
        autosize
        minRows={2}
        maxRows={5}
        maxLength={2000}
        label={t('field.note')}
        {...form.getInputProps('note')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <EntryFoot
        action="budget.change"
        save={t(tool === undefined ? 'tool.new' : 'ui:save')}
        sending={form.sending}
        onCancel={onDone}
        onRemove={
          tool === undefined
            ? undefined
            : () =>
                void remove({
                  said: t('tool.removed', { name: tool.name }),
                  remove: () => api.strategy.budget.removeTool({ id: tool.id }, { context: { version: tool.version } }),
                  restore: () => api.strategy.budget.restoreTool({ id: tool.id }),
                })
        }
      />
    </form>
  )
}
