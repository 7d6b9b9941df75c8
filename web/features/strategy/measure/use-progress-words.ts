import { useTranslation } from 'react-i18next'
import { useNumber } from '#web/ui/use-number.ts'
import type { Progress } from '../records.ts'
import { absolute, sensible, shareBetween, subtract } from './decimal.ts'

export interface ProgressWords {
  /** `6,318 of 9,000, 182 short`: the bar in words. */
  readonly sentence: string
  /** How far ahead of or behind the path; empty where that cannot be said. */
  readonly distance: string
  readonly target: string
  readonly needed: string
  /** Where on the bar we need to be today; null where the bar has no length. */
  readonly neededShare: number | null
}

/** Says how a goal stands, in words and figures of its unit. */
export function useProgressWords(): (progress: Progress) => ProgressWords {
  const { t } = useTranslation('strategy')
  const number = useNumber()
  return (progress) => {
    const measure = (value: string) => number.measure(value, progress.unit, progress.currency)
    const target = measure(progress.target)
    const distance = distanceOf(
      progress,
      (value) => t(value.ahead ? 'progress.ahead' : 'progress.short', { amount: measure(value.amount) }),
      t('progress.even'),
    )
    const now = progress.now === null ? t('progress.nothing') : t('progress.of', { now: measure(progress.now), target })
    return {
      sentence: distance === '' ? now : `${now}, ${distance}`,
      distance,
      target,
      needed: measure(neededOf(progress)),
      neededShare: shareBetween(progress.neededToday, progress.baseline, progress.target),
    }
  }
}

function neededOf({ neededToday, baseline, target }: Progress): string {
  return sensible(neededToday, baseline, target)
}

function distanceOf(
  progress: Progress,
  words: (distance: { ahead: boolean; amount: string }) => string,
  even: string,
): string {
  if (progress.now === null) return ''
  const rising = !subtract(progress.target, progress.baseline).startsWith('-')
  const distance = rising ? subtract(progress.now, neededOf(progress)) : subtract(neededOf(progress), progress.now)
  return distance === '0' ? even : words({ ahead: !distance.startsWith('-'), amount: absolute(distance) })
}
