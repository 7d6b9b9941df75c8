import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import classes from './cost-and-return.module.css'
import { ExplainedNumber } from './explained-number.tsx'
import { useNumber } from './use-number.ts'

interface CostAndReturnProps {
  readonly of: {
    readonly currency: string
    readonly cost: string
    readonly value: string
    readonly share: string | null
    readonly why: 'no-cost' | 'rate-missing' | null
    readonly gaps: readonly { readonly currency: string; readonly firstOn: string; readonly count: number }[]
    readonly leftOut: number
  }
}

/** Cost, value and return in the organisation's currency, each explained; what is missing is said, never guessed. */
export function CostAndReturn({ of }: CostAndReturnProps) {
  const { t } = useTranslation('ui')
  const number = useNumber()
  const time = useTime()
  const { currency, cost, value, share, why, gaps, leftOut } = of
  const rounding = t('return.rounding')
  return (
    <div className={classes.block}>
      <dl className={classes.figures}>
        <div>
          <dt>{t('return.cost')}</dt>
          <dd>
            <ExplainedNumber
              value={number.money({ amount: cost, currency })}
              label={t('return.cost')}
              definition={t('return.cost.means')}
              source={rounding}
            />
          </dd>
        </div>
        <div>
          <dt>{t('return.value')}</dt>
          <dd>
            <ExplainedNumber
              value={number.money({ amount: value, currency })}
              label={t('return.value')}
              definition={t('return.value.means')}
              source={rounding}
            />
          </dd>
        </div>
        <div>
          <dt>{t('return.share')}</dt>
          <dd>
            <ExplainedNumber
              value={share === null ? '–' : number.share(Number(share))}
              label={t('return.share')}
              definition={t('return.share.means')}
              formula={t('return.share.formula')}
            />
          </dd>
        </div>
      </dl>
      {why === 'no-cost' && <p className={classes.note}>{t('return.no-cost')}</p>}
      {gaps.map((gap) => (
        <p key={gap.currency} className={classes.gap}>
          {t('return.gap', { count: gap.count, currency: gap.currency, from: time.day(gap.firstOn) })}
        </p>
      ))}
      {leftOut > 0 && <p className={classes.note}>{t('return.left-out', { count: leftOut })}</p>}
    </div>
  )
}
