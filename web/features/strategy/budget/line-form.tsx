import { Select, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { BUDGET_CATEGORIES } from '#contract/budget-records.ts'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import type { ProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import fields from '../objectives/objective-fields.module.css'
import { refreshStrategy } from '../refresh-strategy.ts'
import classes from './budget.module.css'
import { EntryFoot } from './entry-foot.tsx'
import { emptyLine, lineRequest, lineValues } from './line-values.ts'
import type { LineValues } from './line-values.ts'
import { PlaceSelects } from './place-select.tsx'
import type { BudgetLine } from './records.ts'
import { useBudgetChecks } from './use-budget-checks.ts'
import { useEntryRemoval } from './use-entry-removal.ts'

/** The form that adds a budget line. */
export function NewLine({ planId, onDone }: { readonly planId?: string | undefined; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation('budget')
  const queryClient = useQueryClient()
  const { organisation } = useMe()
  const time = useTime()
  const form = useProblemForm({
    initialValues: emptyLine(time.today(), organisation.currency, planId),
    validate: useLineChecks(),
    draft: `budget-line:new:${planId ?? ''}`,
  })
  const send = form.submit(
    (values) => api.strategy.budget.createLine(lineRequest(values, localeOf(i18n.language))),
    async (line) => {
      onDone()
      announce(t('line.added', { title: line.title }))
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <LineFields form={form} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <EntryFoot action="budget.change" save={t('add-line')} sending={form.sending} onCancel={onDone} />
    </form>
  )
}

/** The form that changes a budget line. Two people who save the same one are told; nothing typed is lost. */
export function EditLine({ line, onDone }: { readonly line: BudgetLine; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation(['budget', 'ui'])
  const locale = localeOf(i18n.language)
  const queryClient = useQueryClient()
  const remove = useEntryRemoval(onDone)
  const versions = useVersions({
    seen: line,
    read: () => api.strategy.budget.line({ id: line.id }),
    valuesOf: (record) => lineValues(record, locale),
  })
  const form = useProblemForm({
    initialValues: lineValues(line, locale),
    validate: useLineChecks(),
    draft: `budget-line:${line.id}:${line.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.strategy.budget.changeLine(
          { ...only(lineRequest(values, locale), names), id: line.id },
          { context: { version } },
        ),
      ),
    async () => {
      onDone()
      announce(t('line.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const told = (['title', 'note', 'planned', 'committed', 'actual', 'currency', 'reference'] as const).map(
    (name) => [name, t(`field.${name}`)] as const,
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <LineFields form={form} />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          told
            .filter(([name]) => conflict.names.includes(name))
            .map(([name, label]) => ({ label, mine: conflict.mine[name], theirs: conflict.theirs[name] }))
        }
        save={send}
      />
      <EntryFoot
        action="budget.change"
        save={t('ui:save')}
        sending={form.sending}
        onCancel={onDone}
        onRemove={() =>
          void remove({
            said: t('line.removed', { title: line.title }),
            remove: () => api.strategy.budget.removeLine({ id: line.id }, { context: { version: line.version } }),
            restore: () => api.strategy.budget.restoreLine({ id: line.id }),
          })
        }
      />
    </form>
  )
}

function useLineChecks() {
  const { title, day, amount, currency } = useBudgetChecks()
  return { title, onDay: day, planned: amount, committed: amount, actual: amount, currency }
}

function LineFields({ form }: { readonly form: ProblemForm<LineValues> }) {
  const { t } = useTranslation('budget')
  return (
    <>
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={200}
        label={t('field.title')}
        {...form.getInputProps('title')}
      />
      <div className={classes.three}>
        {(['planned', 'committed', 'actual'] as const).map((name) => (
          <TextInput key={name} inputMode="decimal" label={t(`field.${name}`)} {...form.getInputProps(name)} />
        ))}
      </div>
      <div className={fields.period}>
        <DayInput required label={t('field.day')} description={t('field.day.help')} {...form.getInputProps('onDay')} />
        <TextInput
          label={t('field.currency')}
          maxLength={3}
          styles={{ root: { alignSelf: 'end' } }}
          {...form.getInputProps('currency')}
        />
        <Select
          label={t('field.category')}
          allowDeselect={false}
          data={BUDGET_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }))}
          {...form.getInputProps('category')}
        />
        <PlaceSelects inputOf={(name) => form.getInputProps(name)} />
      </div>
      <TextInput maxLength={100} label={t('field.reference')} {...form.getInputProps('reference')} />
      <Textarea
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        label={t('field.note')}
        {...form.getInputProps('note')}
      />
    </>
  )
}
