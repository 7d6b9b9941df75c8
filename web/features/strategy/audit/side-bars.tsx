import { useTranslation } from 'react-i18next'
import type { Side } from './records.ts'
import { useFigures } from './use-figures.tsx'
import type { Figure } from './use-figures.tsx'
import classes from './audit.module.css'

/** One figure of each side as a bar from zero, ours in colour. The values stand beside; what is not known has no bar. */
export function SideBars({ sides, figure }: { readonly sides: readonly Side[]; readonly figure: Figure }) {
  const { t } = useTranslation('accounts')
  const figures = useFigures()
  const values = sides.map((side) => (side[figure] === null ? null : Number(side[figure])))
  const longest = Math.max(1e-9, ...values.map((value) => Math.abs(value ?? 0)))
  return (
    <ul className={classes.sides} aria-label={figures.label(figure)}>
      {sides.map((side, place) => {
        const value = values[place] ?? null
        const ours = side.competitor === null
        return (
          <li key={side.competitor?.id ?? ''} className={classes.side}>
            <span>{ours ? <strong>{t('competitors.us')}</strong> : side.competitor?.name}</span>
            <span className={classes.track} aria-hidden>
              <span
                className={`${classes.fill} ${ours ? classes.ours : ''}`}
                style={{ width: `${(100 * Math.max(0, value ?? 0)) / longest}%` }}
              />
            </span>
            <span className={classes.value}>
              {value === null ? t('competitors.unknown') : figures.write(figure, side[figure])}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
