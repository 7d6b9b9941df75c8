import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { ExplainedNumber } from '#web/ui/explained-number.tsx'
import type { Explanation } from '#web/ui/explained-number.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import type { Reading } from './records.ts'

export type Figure = 'followers' | 'postsPerWeek' | 'interactionsPerPost' | 'engagementRate' | 'followersGained'

/** The figures of accounts in the person's own writing, each with what it means. */
export function useFigures() {
  const { t } = useTranslation('accounts')
  const number = useNumber()
  const time = useTime()
  const explained: Readonly<Record<Figure, Explanation>> = {
    followers: { label: t('column.followers'), definition: t('explain.followers') },
    postsPerWeek: { label: t('column.postsPerWeek'), definition: t('explain.rhythm') },
    interactionsPerPost: { label: t('column.interactionsPerPost'), definition: t('explain.engagement') },
    engagementRate: {
      label: t('column.engagement'),
      definition: t('explain.rate'),
      formula: t('explain.rate.formula'),
    },
    followersGained: { label: t('competitors.gained'), definition: t('explain.gained') },
  }
  const write = (figure: Figure, value: string | number | null): string => {
    if (value === null) return '–'
    if (figure === 'engagementRate') return number.percent(value)
    return figure === 'followersGained' && Number(value) > 0 ? `+${number.count(value)}` : number.count(value)
  }
  const label = (figure: Figure) => explained[figure].label
  const show = (figure: Exclude<Figure, 'followersGained'>, reading: Reading | null) => {
    const value = reading?.[figure] ?? null
    if (reading === null || value === null) return '–'
    const seen =
      reading.postsSeen === null || reading.daysSeen === null || figure === 'followers'
        ? ''
        : t('reading.seen', { posts: reading.postsSeen, days: reading.daysSeen })
    return (
      <ExplainedNumber
        {...explained[figure]}
        value={write(figure, value)}
        source={[t(`reading.source.${reading.source}`), seen].filter(Boolean).join(', ')}
        fresh={time.relative(reading.at)}
      />
    )
  }
  return { write, label, show, explained }
}
