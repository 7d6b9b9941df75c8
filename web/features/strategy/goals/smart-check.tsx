import { useQuery } from '@tanstack/react-query'
import { IconCircleCheck, IconCircleDashed, IconUser } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '#web/kernel/time.ts'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { readDecimal } from '../measure/decimal.ts'
import { useKpis } from '../measure/use-kpis.ts'
import { everyObjective } from '../records.ts'
import type { GoalValues } from './goal-values.ts'
import classes from './smart-check.module.css'

/**
 * The five marks of a SMART goal against what is typed. Measurable, relevant and time-bound can be told from the fields;
 * whether a goal is specific and achievable only a person can judge, and this says so.
 */
export function SmartCheck({ values }: { readonly values: GoalValues }) {
  const { t } = useTranslation('strategy')
  const lines = useSmartLines(values)
  return (
    <section className={classes.check} aria-label={t('smart.title')}>
      <h3>{t('smart.title')}</h3>
      <ul className={classes.lines}>
        {lines.map(({ mark, state, text }) => {
          const Mark = MARKS[state]
          return (
            <li key={mark} data-state={state}>
              <Mark size={16} stroke={1.5} aria-hidden />
              <span>
                <span className="medium">{t(`smart.${mark}`)}</span> {text}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

type State = 'true' | 'missing' | 'person'
const MARKS: Readonly<Record<State, Icon>> = { true: IconCircleCheck, missing: IconCircleDashed, person: IconUser }

interface SmartLine {
  readonly mark: 'specific' | 'measurable' | 'achievable' | 'relevant' | 'time-bound'
  readonly state: State
  readonly text: string
}

function useSmartLines(values: GoalValues): readonly SmartLine[] {
  const { t } = useTranslation('strategy')
  return [
    { mark: 'specific', state: 'person', text: t('smart.specific.judge') },
    useMeasurable(values),
    { mark: 'achievable', state: 'person', text: t('smart.achievable.judge') },
    useRelevant(values),
    useTimeBound(values),
  ]
}

function useMeasurable({ kpi, baseline, target }: GoalValues): SmartLine {
  const { t, i18n } = useTranslation('strategy')
  const name = useKpis().of(kpi ?? '')?.name
  const locale = localeOf(i18n.language)
  const ready = name !== undefined && readDecimal(baseline, locale) !== null && readDecimal(target, locale) !== null
  return {
    mark: 'measurable',
    state: ready ? 'true' : 'missing',
    text: ready ? t('smart.measurable.true', { kpi: name, baseline, target }) : t('smart.measurable.missing'),
  }
}

function useRelevant({ objectiveIds, dueOn }: GoalValues): SmartLine {
  const { t } = useTranslation('strategy')
  const time = useTime()
  const served = (useQuery(everyObjective).data ?? []).filter((objective) => objectiveIds.includes(objective.id))
  const [first] = served
  if (first === undefined) return { mark: 'relevant', state: 'missing', text: t('smart.relevant.missing') }
  const over = served.find((objective) => dueOn !== null && objective.endsOn < dueOn)
  if (over !== undefined)
    return {
      mark: 'relevant',
      state: 'missing',
      text: t('smart.relevant.over', { title: over.title, day: time.day(over.endsOn) }),
    }
  return {
    mark: 'relevant',
    state: 'true',
    text: t('smart.relevant.true', { title: first.title, others: served.length - 1 }),
  }
}

function useTimeBound({ dueOn }: GoalValues): SmartLine {
  const { t } = useTranslation('strategy')
  const time = useTime()
  if (dueOn === null) return { mark: 'time-bound', state: 'missing', text: t('smart.time-bound.missing') }
  const days = daysBetween(time.today(), dueOn)
  if (days < 0) return { mark: 'time-bound', state: 'missing', text: t('smart.time-bound.past') }
  return { mark: 'time-bound', state: 'true', text: t('smart.time-bound.true', { day: time.day(dueOn), days }) }
}
