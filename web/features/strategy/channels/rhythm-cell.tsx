import { useTranslation } from 'react-i18next'
import type { Rhythm } from './records.ts'
import classes from './channels.module.css'

type Share = Rhythm['people'][number]['weeks'][number]

interface RhythmCellProps {
  readonly share: Share
  readonly when: Rhythm['weeks'][number]['when']
}

/** One week of one platform: how many posts of how many, what is short, and what of it is only planned. */
export function RhythmCell({ share, when }: RhythmCellProps) {
  const { t } = useTranslation('choice')
  const { target, planned, published } = share
  // What was planned and did not go out in a week that is over is not there.
  const posts = when === 'past' ? published : published + planned
  const words = t(target === 0 ? 'rhythm.cell.no-target' : 'rhythm.cell', { published, planned, target })
  if (target === 0 && posts === 0)
    return (
      <span role="img" aria-label={words}>
        –
      </span>
    )
  const short = target - posts
  const tone = target === 0 ? classes.free : short > 0 ? classes.short : classes.met
  return (
    <span className={`${classes.cell} ${tone}`} role="img" aria-label={words} title={words}>
      <strong>{target === 0 ? posts : t('rhythm.of', { posts, target })}</strong>
      {target > 0 && <span>{short > 0 ? t('rhythm.short', { count: short }) : t('rhythm.met')}</span>}
      {planned > 0 && when !== 'past' && <span>{t('rhythm.planned', { count: planned })}</span>}
    </span>
  )
}
