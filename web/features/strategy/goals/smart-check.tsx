import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconCircleCheck, IconCircleDashed, IconEye } from '@tabler/icons-react'
import type { Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { localeOf, useTime } from '#web/kernel/use-time.ts'
import { useNumber } from '#web/ui/use-number.ts'
import { readDecimal } from '../measure/decimal.ts'
import { useKpis } from '../measure/use-kpis.ts'
import type { SmartMark } from '../records.ts'
import type { GoalValues } from './goal-values.ts'
import classes from './smart-check.module.css'

const MARKS: Readonly<Record<SmartMark['state'], Icon>> = {
  true: IconCircleCheck,
  doubtful: IconEye,
  missing: IconCircleDashed,
}

/** The five marks of a SMART goal against what is typed, and of each what is missing. Achievable is held against the last weeks. */
export function SmartCheck({ values }: { readonly values: GoalValues }) {
  const { t } = useTranslation('strategy')
  const marks = useMarks(values)
  const sentence = useMarkText(values.kpi)
  return (
    <section className={classes.check} aria-label={t('smart.title')} aria-busy={marks === undefined}>
      <h3>{t('smart.title')}</h3>
      {marks === undefined && <p className="text-2">{t('smart.checking')}</p>}
      <ul className={classes.lines}>
        {marks?.map((mark) => {
          const Mark = MARKS[mark.state]
          return (
            <li key={mark.mark} data-state={mark.state}>
              <Mark size={16} stroke={1.5} aria-label={t(`smart.state.${mark.state}`)} role="img" />
              <span>
                <span className="medium">{t(`smart.${mark.mark}`)}</span> {sentence(mark)}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function useMarks(values: GoalValues): readonly SmartMark[] | undefined {
  const { i18n } = useTranslation()
  const locale = localeOf(i18n.language)
  const draft = {
    title: values.title,
    kpi: values.kpi,
    baseline: readDecimal(values.baseline, locale),
    target: readDecimal(values.target, locale),
    startsOn: values.startsOn,
    dueOn: values.dueOn,
    objectiveIds: values.objectiveIds,
  }
  const [asked] = useDebouncedValue(JSON.stringify(draft), 300)
  return useQuery({
    queryKey: [...orpc.strategy.catalogue.checkGoal.key(), asked],
    queryFn: () => api.strategy.catalogue.checkGoal(JSON.parse(asked) as typeof draft),
    placeholderData: keepPreviousData,
  }).data?.marks
}

const FIGURES: ReadonlySet<string> = new Set(['needed', 'usual', 'best', 'baseline', 'target'])

/** The sentence of a mark, with its figures and days as the person writes them. */
function useMarkText(kpiId: string | null): (mark: SmartMark) => string {
  const { i18n } = useTranslation('strategy')
  const time = useTime()
  const number = useNumber()
  const me = useMe()
  const kpis = useKpis()
  const unit = kpis.all.find((kpi) => kpi.id === kpiId)?.unit ?? 'count'
  const said = (name: string, value: string | number) => {
    if (FIGURES.has(name)) return number.measure(String(value), unit, me.organisation.currency)
    return name === 'day' ? time.day(String(value)) : value
  }
  return ({ mark, code, params }) => {
    // The code comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
    const key = `strategy:smart.${mark}.${code}` as 'strategy:smart.measurable.true'
    if (!i18n.exists(key)) return ''
    const figures = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]))
    return i18n.t(key, { kpi: kpis.of(kpiId ?? '')?.name ?? '', baseline: '', target: '', ...figures })
  }
}
