import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { compareTexts } from '#web/ui/text-difference.ts'
import classes from './differing-text.module.css'

interface DifferingTextProps {
  readonly text: string
  /** The text to compare with; null where there is none. */
  readonly other: string | null
  readonly side: 'ours' | 'theirs'
}

/** A text in which everything is marked that the other lacks. */
export function DifferingText({ text, other, side }: DifferingTextProps) {
  const { t } = useTranslation('publishing')
  const stretches = useMemo(() => {
    if (other === null) return [{ text, only: false }]
    return side === 'ours' ? compareTexts(text, other).ours : compareTexts(other, text).theirs
  }, [text, other, side])
  const Mark = side === 'ours' ? 'del' : 'ins'
  return (
    <p className={classes.text}>
      {stretches.map((stretch, place) => {
        const key = `${place} ${stretch.only}`
        return stretch.only ? (
          <Mark key={key} className={classes[side]} title={t(`difference.${side}`)}>
            {stretch.text}
          </Mark>
        ) : (
          <span key={key}>{stretch.text}</span>
        )
      })}
    </p>
  )
}
