import { Textarea } from '@mantine/core'
import { useRef } from 'react'
import type { ComponentProps } from 'react'
import { useTranslation } from 'react-i18next'
import type { MetricId } from '#contract/kpi-catalogue.ts'
import { useRefusalText } from '#web/ui/refusal-text.ts'
import type { KpiPreview } from '../records.ts'
import classes from './kpis.module.css'

interface FormulaFieldProps extends Omit<ComponentProps<typeof Textarea>, 'onChange' | 'value'> {
  readonly value?: string
  readonly onChange: (formula: string) => void
  /** What is wrong with the formula as it stands, and where. */
  readonly problem: KpiPreview['problem']
}

// In the order of the contract, from which only the type comes.
const METRICS: readonly MetricId[] = [
  ...(['posts', 'clicks', 'conversions', 'value', 'cost', 'views', 'engagements'] as const),
  ...(['likes', 'reposts', 'replies', 'quotes', 'bookmarks', 'time'] as const),
]

/** Where a formula is written: the figures to choose from below it, and what is wrong pointed at in its place. */
export function FormulaField({ value = '', onChange, problem, error, ...rest }: FormulaFieldProps) {
  const { t } = useTranslation('kpis')
  const field = useRef<HTMLTextAreaElement>(null)

  function insert(metric: string): void {
    const place = field.current
    const [from, to] = [place?.selectionStart ?? value.length, place?.selectionEnd ?? value.length]
    const before = value.slice(0, from)
    const word = `${before === '' || /[\s(]$/u.test(before) ? '' : ' '}${metric}`
    onChange(`${before}${word}${value.slice(to)}`)
    place?.focus()
    // Once the text is there, the next word goes after this one.
    requestAnimationFrame(() => place?.setSelectionRange(from + word.length, from + word.length))
  }
  return (
    <div className={classes.formula}>
      <Textarea
        {...rest}
        ref={field}
        withAsterisk
        autosize
        minRows={2}
        maxRows={5}
        maxLength={400}
        spellCheck={false}
        autoCapitalize="off"
        label={t('field.formula')}
        description={t('field.formula.help')}
        classNames={{ input: classes.code ?? '' }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={problem === null ? error : error !== undefined && error !== null}
      />
      {problem !== null && value.trim() !== '' && <Pointed formula={value} problem={problem} field={field} />}
      <div role="group" aria-label={t('insert')} className={classes.chips}>
        {METRICS.map((metric) => (
          <button
            key={metric}
            type="button"
            className={classes.chip}
            aria-label={t('insert.add', { metric: t(`metric.${metric}`) })}
            title={t(`metric.${metric}`)}
            onClick={() => insert(metric)}
          >
            {metric}
          </button>
        ))}
      </div>
    </div>
  )
}

interface PointedProps {
  readonly formula: string
  readonly problem: NonNullable<KpiPreview['problem']>
  readonly field: { readonly current: HTMLTextAreaElement | null }
}

/** The formula with the place marked, the sentence, and a way to go there. */
function Pointed({ formula, problem, field }: PointedProps) {
  const { t } = useTranslation('kpis')
  const sentence = useRefusalText()
  const { from, to } = problem
  const show = () => {
    field.current?.focus()
    field.current?.setSelectionRange(from, Math.max(to, from))
  }
  return (
    <div className={classes.problem} role="status">
      <code translate="no" className={classes.code}>
        {formula.slice(0, from)}
        <mark>{formula.slice(from, to) || '\u2009▏'}</mark>
        {formula.slice(to)}
      </code>
      <p>
        {sentence(problem)}{' '}
        <button type="button" className="link" onClick={show}>
          {t('place')}
        </button>
      </p>
    </div>
  )
}
