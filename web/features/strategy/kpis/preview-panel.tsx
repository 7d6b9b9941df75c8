import { IconMathFunction } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { Lines } from '#web/ui/lines.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { KpiPreview } from '../records.ts'
import classes from './kpis.module.css'

type Understood = KpiPreview & { readonly unit: NonNullable<KpiPreview['unit']> }
type None = NonNullable<NonNullable<KpiPreview['outcome']>['none']>

/** What a formula comes to with the organisation's own figures; why there is no value, where there is none. */
export function PreviewPanel({ preview, settled }: { readonly preview: KpiPreview | null; readonly settled: boolean }) {
  const { t } = useTranslation('kpis')
  const time = useTime()
  return (
    <section className={classes.preview} aria-label={t('preview')} data-waiting={!settled && preview !== null}>
      <h3>
        <IconMathFunction size={16} stroke={1.5} aria-hidden />
        {t('preview')}
        {preview !== null && (
          <small>{t('preview.period', { from: time.day(preview.from), to: time.day(preview.to) })}</small>
        )}
      </h3>
      {isUnderstood(preview) ? <Figures preview={preview} /> : <p className="text-2">{t('preview.wait')}</p>}
    </section>
  )
}

function isUnderstood(preview: KpiPreview | null): preview is Understood {
  return preview !== null && preview.problem === null && preview.unit !== null
}

function Figures({ preview }: { preview: Understood }) {
  const { t } = useTranslation(['kpis', 'strategy'])
  const number = useNumber()
  const { unit, currency, outcome, denominator, figures } = preview
  const none = outcome?.none ?? null
  return (
    <>
      <p className={classes.value} aria-live="polite">
        {none === null ? number.measure(outcome?.value ?? '0', unit, currency) : <NoValue none={none} />}
      </p>
      <dl className={classes.facts}>
        <dt>{t('preview.unit')}</dt>
        <dd>{t(`strategy:unit.${unit}`)}</dd>
        <dt>{t('preview.denominator')}</dt>
        <dd>
          {denominator === null ? (
            t('preview.nothing')
          ) : (
            <code translate="no" className={classes.code}>
              {denominator}
            </code>
          )}
        </dd>
        <dt>{t('preview.made-of')}</dt>
        <dd>
          <ul className={classes.made}>
            {figures.map((figure) => (
              <li key={figure.metric}>
                <code translate="no" className={classes.code}>
                  {figure.metric}
                </code>{' '}
                {figure.value === null
                  ? t('preview.not-counted-figure')
                  : number.measure(figure.value, figure.unit, currency)}
              </li>
            ))}
          </ul>
        </dd>
      </dl>
      <Weeks preview={preview} />
    </>
  )
}

/** Why there is no value yet, with the part of the formula it lies in. Never a word for programmers. */
export function NoValue({ none: { code, part } }: { readonly none: None }) {
  const { t } = useTranslation('kpis')
  return <span className={classes.none}>{t(`none.${code}`, { part })}</span>
}

function Weeks({ preview: { weeks, unit, currency } }: { preview: Understood }) {
  const { t } = useTranslation('kpis')
  const time = useTime()
  const number = useNumber()
  if (weeks.filter((week) => week.value !== null).length < 2) return null
  return (
    <Lines
      title={t('preview.weeks')}
      across={t('preview.week')}
      height={120}
      labels={weeks.map((week) => time.day(week.on, { short: true }))}
      lines={[{ name: '', values: weeks.map((week) => (week.value === null ? null : Number(week.value))) }]}
      format={(value) => number.measure(String(Math.round(value * 100) / 100), unit, currency)}
    />
  )
}
