import { NativeSelect, Select, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { localeOf } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RecordLink } from '#web/ui/record-link.tsx'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import { useNumber } from '#web/ui/use-number.ts'
import { readDecimal } from '../measure/decimal.ts'
import { useKpis } from '../measure/use-kpis.ts'
import type { Measure, Scorecard, ScorecardObjective } from '../records.ts'
import { LightBadge } from './light-badge.tsx'
import { Remove } from './remove.tsx'
import classes from './scorecard.module.css'
import { useCardChange } from './use-card-change.ts'

interface PartProps {
  readonly card: Scorecard
  readonly objective: ScorecardObjective
}

/** What an objective is measured by: KPIs with thresholds and, on the company's card, the goals that serve it. */
export function MeasuresPart({ card, objective }: PartProps) {
  const { t } = useTranslation('scorecard')
  const [adding, setAdding] = useState(false)
  const number = useNumber()
  return (
    <>
      {objective.measures.length + objective.goals.length === 0 && <p className="text-2">{t('measures.none')}</p>}
      <ul className={classes.rows}>
        {objective.goals.map((goal) => (
          <li key={goal.id}>
            <span>
              <RecordLink type="goal" id={goal.id} className="link">
                {goal.title}
              </RecordLink>
              <small>
                {goal.now === null ? t('measures.no-value') : number.measure(goal.now, goal.unit, goal.currency)} /{' '}
                {number.measure(goal.target, goal.unit, goal.currency)}
              </small>
            </span>
            <LightBadge light={goal.light} />
          </li>
        ))}
        {objective.measures.map((measure) => (
          <OneMeasure key={measure.id} card={card} objective={objective} measure={measure} />
        ))}
      </ul>
      {adding ? (
        <NewMeasure card={card} objective={objective} onDone={() => setAdding(false)} />
      ) : (
        <AllowedButton
          action={card.parentId === null ? 'objectives.change' : 'goals.change'}
          size="xs"
          variant="default"
          icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('measures.add')}
        </AllowedButton>
      )}
    </>
  )
}

function OneMeasure({ card, objective, measure }: PartProps & { measure: Measure }) {
  const { t } = useTranslation('scorecard')
  const carryOut = useCardChange()
  const number = useNumber()
  const words = useKpis().of(measure.kpi)
  const name = measure.kpiName ?? words?.name ?? measure.kpi
  const told = (value: string) => number.measure(value, measure.unit, measure.currency)
  const { kpi, green, amber, days } = measure
  const limits = t(measure.direction === 'up' ? 'measures.thresholds' : 'measures.thresholds.down', {
    green: told(green),
    amber: told(amber),
    days,
  })
  const remove = () =>
    carryOut(
      () => api.strategy.scorecards.removeMeasure({ id: measure.id }, { context: { version: measure.version } }),
      {
        words: t('measures.removed'),
        undo: () =>
          api.strategy.scorecards.addMeasure({
            unitId: card.id,
            objectiveId: objective.id,
            kpi,
            green,
            amber,
            days: days === 30 || days === 365 ? days : 90,
          }),
      },
    )
  return (
    <li>
      <span>
        <span className="medium">{name}</span>{' '}
        {measure.value === null ? (
          <small>{t(`measures.why.${measure.why ?? 'not-counted'}`)}</small>
        ) : (
          <ExplainedNumber
            value={told(measure.value)}
            label={name}
            definition={limits}
            formula={measure.formula}
            source={words?.source}
          />
        )}
        <small>{limits}</small>
      </span>
      <span className={classes.end}>
        <LightBadge light={measure.light} />
        <Remove label={t('measures.remove', { kpi: name })} onClick={() => void remove()} />
      </span>
    </li>
  )
}

const DAYS = [30, 90, 365] as const

function NewMeasure({ card, objective, onDone }: PartProps & { onDone: () => void }) {
  const { t, i18n } = useTranslation(['scorecard', 'strategy', 'ui'])
  const locale = localeOf(i18n.language)
  const sentence = useRefusalText()
  const carryOut = useCardChange()
  const kpis = useKpis()
  const number = (text: string) => (readDecimal(text, locale) === null ? t('strategy:goal.not-a-number') : null)
  const form = useProblemForm<{ kpi: string | null; green: string; amber: string; days: string }>({
    initialValues: { kpi: null, green: '', amber: '', days: '90' },
    guard: false,
    validate: { kpi: (kpi) => (kpi === null ? sentence({ code: 'text.empty' }) : null), green: number, amber: number },
  })
  const down = kpis.all.find((kpi) => kpi.id === form.values.kpi)?.direction === 'down'
  const send = form.submit(
    ({ kpi, green, amber, days }) =>
      api.strategy.scorecards.addMeasure({
        unitId: card.id,
        objectiveId: objective.id,
        kpi: kpi ?? '',
        green: readDecimal(green, locale) ?? '',
        amber: readDecimal(amber, locale) ?? '',
        days: DAYS.find((one) => String(one) === days) ?? 90,
      }),
    async () => {
      onDone()
      await carryOut(async () => undefined, { words: t('measures.saved') })
    },
  )
  return (
    <form className={classes.form} onSubmit={send}>
      <p className="text-2">{t('measures.field.help')}</p>
      <Select
        size="xs"
        searchable
        withAsterisk
        label={t('measures.kpi')}
        data={kpis.all.map((kpi) => ({ value: kpi.id, label: kpis.of(kpi.id)?.name ?? kpi.id }))}
        {...form.getInputProps('kpi')}
      />
      <div className={classes.pair}>
        <TextInput
          size="xs"
          inputMode="decimal"
          withAsterisk
          label={t(down ? 'measures.green.down' : 'measures.green')}
          {...form.getInputProps('green')}
        />
        <TextInput
          size="xs"
          inputMode="decimal"
          withAsterisk
          label={t(down ? 'measures.amber.down' : 'measures.amber')}
          {...form.getInputProps('amber')}
        />
      </div>
      <NativeSelect
        size="xs"
        label={t('measures.days')}
        data={DAYS.map((days) => ({ value: String(days), label: t('measures.days.value', { days }) }))}
        {...form.getInputProps('days')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <AllowedButton
        action={card.parentId === null ? 'objectives.change' : 'goals.change'}
        type="submit"
        size="xs"
        loading={form.sending}
      >
        {t('ui:save')}
      </AllowedButton>
    </form>
  )
}
