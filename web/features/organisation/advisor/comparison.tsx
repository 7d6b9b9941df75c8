import { useTranslation } from 'react-i18next'
import { OPERATING_MODELS } from '#contract/actions.ts'
import { PLACEMENT_QUESTIONS, PLACES } from '#contract/placement-questions.ts'
import { useNumber } from '#web/ui/use-number.ts'
import type { Placement } from './records.ts'
import { useAdvisorWords } from './use-advisor-words.ts'
import classes from './advisor.module.css'

/** Two assessments beside each other: the scores, and the answers in which they differ. */
export function Comparison({ one, other }: { one: Placement; other: Placement }) {
  const { t, place, short, options } = useAdvisorWords()
  const model = useTranslation('model')
  const number = useNumber()
  const scoreOf = (item: Placement, key: string) =>
    [...item.result.places, ...item.result.models].find((each) => each.key === key)?.score ?? 0
  const answersOf = (item: Placement, key: string) => {
    const chosen = item.answers[key] ?? []
    return chosen.length === 0 ? t('compare.open') : options(key, chosen)
  }
  const differing = PLACEMENT_QUESTIONS.map((question) => question.key).filter(
    (key) => answersOf(one, key) !== answersOf(other, key),
  )
  const candidates = [
    ...PLACES.map((key) => [key, place(key)] as const),
    ...OPERATING_MODELS.map((key) => [key, model.t(`model.${key}`)] as const),
  ]
  return (
    <div className={classes.compare}>
      <table>
        <caption>{t('compare', { one: one.title, other: other.title })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('compare.what')}</th>
            <th scope="col">{one.title}</th>
            <th scope="col">{other.title}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(([key, name]) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              <td>{number.count(Math.round(scoreOf(one, key)))}</td>
              <td>{number.count(Math.round(scoreOf(other, key)))}</td>
            </tr>
          ))}
          {differing.map((key) => (
            <tr key={key}>
              <th scope="row">{short(key)}</th>
              <td>{answersOf(one, key)}</td>
              <td>{answersOf(other, key)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
