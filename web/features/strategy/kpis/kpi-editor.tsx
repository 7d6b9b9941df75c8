import { NativeSelect, SegmentedControl, TextInput, Textarea } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import type { Editing } from '../kpis-screen.tsx'
import type { Kpi } from '../records.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { FormulaField } from './formula-field.tsx'
import { kpiRequest, kpiValues } from './kpi-values.ts'
import type { KpiValues } from './kpi-values.ts'
import classes from './kpis.module.css'
import { PreviewPanel } from './preview-panel.tsx'
import { usePreview } from './use-preview.ts'

const STAGES: readonly Kpi['funnelStage'][] = ['awareness', 'consideration', 'conversion', 'loyalty']

interface KpiEditorProps {
  readonly editing: Editing
  readonly onDone: () => void
}

/** The form for a KPI of the organisation's own, with its value as it is typed. */
export function KpiEditor({ editing, onDone }: KpiEditorProps) {
  const { t } = useTranslation(['kpis', 'strategy', 'ui'])
  const known = editing.what === 'edit' ? editing.kpi : undefined
  const { form, preview, settled, send, versions } = useKpiForm(editing, onDone)
  const newFormula = known !== undefined && form.values.formula !== known.formula
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <TextInput
        data-autofocus
        withAsterisk
        maxLength={120}
        label={t('field.name')}
        description={t('field.name.help')}
        {...form.getInputProps('name')}
      />
      <FormulaField problem={preview?.problem ?? null} {...form.getInputProps('formula')} />
      {newFormula && (
        <div className={classes.changed}>
          <p>{t('formula.changed', { edition: known.edition + 1 })}</p>
          <TextInput
            maxLength={500}
            label={t('field.reason')}
            description={t('field.reason.help')}
            {...form.getInputProps('reason')}
          />
        </div>
      )}
      <PreviewPanel preview={preview} settled={settled} />
      <Textarea
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        label={t('field.meaning')}
        description={t('field.meaning.help')}
        {...form.getInputProps('meaning')}
      />
      <div className={classes.pair}>
        <NativeSelect
          label={t('field.stage')}
          data={STAGES.map((stage) => ({ value: stage, label: t(`strategy:stage.${stage}`) }))}
          {...form.getInputProps('funnelStage')}
        />
        <div>
          <p className={classes.label} id="kpi-direction">
            {t('field.direction')}
          </p>
          <SegmentedControl
            fullWidth
            aria-labelledby="kpi-direction"
            data={(['up', 'down'] as const).map((value) => ({ value, label: t(`field.direction.${value}`) }))}
            {...form.getInputProps('direction')}
          />
        </div>
      </div>
      <DayInput
        clearable
        label={t('field.not-after')}
        description={t('field.not-after.help')}
        {...form.getInputProps('notAfter')}
      />
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          conflict.names.map((name) => ({
            label: t(FIELD_WORDS[name as keyof KpiValues]),
            mine: conflict.mine[name as keyof KpiValues] ?? '',
            theirs: conflict.theirs[name as keyof KpiValues] ?? '',
          }))
        }
        save={send}
      />
      <SaveFoot
        action="goals.change"
        sending={form.sending}
        onCancel={onDone}
        words={known === undefined ? t('save') : t('ui:save')}
      />
    </form>
  )
}

const FIELD_WORDS = {
  name: 'field.name',
  meaning: 'field.meaning',
  formula: 'field.formula',
  direction: 'field.direction',
  funnelStage: 'field.stage',
  notAfter: 'field.not-after',
  reason: 'field.reason',
} as const

function useKpiForm(editing: Editing, onDone: () => void) {
  const { t } = useTranslation('kpis')
  const sentence = useRefusalText()
  const queryClient = useQueryClient()
  const known = editing.what === 'edit' ? editing.kpi : undefined
  const beginning = editing.what === 'edit' ? editing.kpi : editing.from
  const empty = sentence({ code: 'text.empty' })
  const versions = useVersions({
    seen: known ?? NOBODY,
    read: async () => api.strategy.catalogue.show({ id: known?.id ?? '' }),
    valuesOf: (kpi: Pick<Kpi, 'version'> & Partial<Kpi>) => kpiValues('id' in kpi ? (kpi as Kpi) : undefined),
  })
  const form = useProblemForm({
    initialValues: kpiValues(beginning),
    draft: known === undefined ? 'kpi:new' : `kpi:${known.id}:${known.version}`,
    validate: {
      name: (name) => (name.trim() === '' ? empty : null),
      formula: (formula) => (formula.trim() === '' ? sentence({ code: 'formula.empty' }) : null),
    },
  })
  const { preview, settled } = usePreview(form.values.formula)
  const save = (typed: KpiValues) =>
    known === undefined
      ? api.strategy.catalogue.create(kpiRequest(typed))
      : versions.save(typed, ({ values, names, version }) =>
          api.strategy.catalogue.change(
            { ...only(kpiRequest(values), names), id: known.id, reason: values.reason },
            { context: { version } },
          ),
        )
  const send = form.submit(save, async (kpi: Kpi) => {
    onDone()
    await refreshStrategy(queryClient)
    if (known === undefined) announce(t('saved', { name: kpi.name ?? '' }))
    else announce(kpi.edition > known.edition ? t('changed.edition', { edition: kpi.edition }) : t('changed'))
  })
  return { form, preview, settled, send, versions }
}

/** Stands in where nothing is there yet to be changed by two people. */
const NOBODY = { version: 1 }
