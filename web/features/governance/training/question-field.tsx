import { Checkbox, Radio } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { textIn } from '../reading-language.ts'
import type { ReadingLanguage } from '../reading-language.ts'
import type { Course, QuizResult } from '../records.ts'
import classes from './course.module.css'

interface QuestionFieldProps {
  readonly question: Course['content']['questions'][number]
  readonly place: number
  readonly language: ReadingLanguage
  readonly chosen: readonly string[]
  readonly graded: QuizResult['questions'][number] | null
  readonly missing: boolean
  readonly onChange: (options: readonly string[]) => void
}

/** One question with its answers; after grading, whether it was right, and why. */
export function QuestionField({ question, place, language, chosen, graded, missing, onChange }: QuestionFieldProps) {
  const { t } = useTranslation('training')
  const label = `${place + 1}. ${textIn(question.texts, language)?.question ?? ''}`
  const shared = {
    label: (
      <span id={`question-${question.key}`} tabIndex={-1} className={classes.question}>
        {label}
      </span>
    ),
    description: question.several ? t('quiz.several') : undefined,
    error: missing ? t('quiz.unanswered') : undefined,
  }
  const options = question.options.map(({ key, texts }) => ({ key, words: textIn(texts, language) ?? '' }))
  return (
    <div className={classes.asked}>
      {question.several ? (
        <Checkbox.Group {...shared} value={[...chosen]} onChange={onChange}>
          <div className={classes.options}>
            {options.map(({ key, words }) => (
              <Checkbox key={key} value={key} label={words} disabled={graded !== null} />
            ))}
          </div>
        </Checkbox.Group>
      ) : (
        <Radio.Group {...shared} value={chosen[0] ?? null} onChange={(option) => onChange([option])}>
          <div className={classes.options}>
            {options.map(({ key, words }) => (
              <Radio key={key} value={key} label={words} disabled={graded !== null} />
            ))}
          </div>
        </Radio.Group>
      )}
      {graded !== null && <Graded graded={graded} language={language} />}
    </div>
  )
}

function Graded({ graded, language }: { graded: QuizResult['questions'][number]; language: ReadingLanguage }) {
  const { t } = useTranslation('training')
  const Mark = graded.right ? IconCheck : IconX
  return (
    <div className={`${classes.graded} ${graded.right ? classes.right : classes.wrong}`}>
      <Mark size={16} stroke={2} aria-hidden />
      <p>
        <strong>{graded.right ? t('quiz.right') : t('quiz.wrong')}</strong>{' '}
        {graded.explanation === null ? '' : textIn(graded.explanation, language)}
      </p>
    </div>
  )
}
