import { Checkbox, Group, Radio, Slider } from '@mantine/core'
import type { PlacementQuestion } from '#contract/placement-questions.ts'
import { useAdvisorWords } from './use-advisor-words.ts'
import classes from './advisor.module.css'

interface QuestionProps {
  readonly question: PlacementQuestion
  readonly chosen: readonly string[]
  readonly weight: number
  /** Whether weights are being changed. */
  readonly weighing: boolean
  readonly onChoose: (chosen: readonly string[]) => void
  readonly onWeigh: (weight: number) => void
}

/** A question of the advisor with its answers, and how much it weighs. */
export function Question({ question, chosen, weight, weighing, onChoose, onWeigh }: QuestionProps) {
  const { t, question: words, option } = useAdvisorWords()
  const { key, many, options } = question
  const label = (
    <span className={classes.asked}>
      {words(key)} <span className={classes.weight}>{t('weight', { weight })}</span>
    </span>
  )
  return (
    <div>
      {many ? (
        <Checkbox.Group label={label} value={[...chosen]} onChange={onChoose} description={t('several')}>
          <Group gap={8} mt={8}>
            {options.map((each) => (
              <Checkbox
                key={each.key}
                value={each.key}
                label={option(key, each.key)}
                classNames={{ root: classes.answer ?? '' }}
              />
            ))}
          </Group>
        </Checkbox.Group>
      ) : (
        <Radio.Group label={label} value={chosen[0] ?? ''} onChange={(value) => onChoose([value])}>
          <Group gap={8} mt={8}>
            {options.map((each) => (
              <Radio
                key={each.key}
                value={each.key}
                label={option(key, each.key)}
                classNames={{ root: classes.answer ?? '' }}
              />
            ))}
          </Group>
        </Radio.Group>
      )}
      {weighing && (
        <Slider
          className={classes.slider ?? ''}
          value={weight}
          onChange={onWeigh}
          min={0}
          max={5}
          step={1}
          marks={[{ value: 0 }, { value: 1 }, { value: 2 }, { value: 3 }, { value: 4 }, { value: 5 }]}
          size="sm"
          thumbLabel={t('weight.of', { question: words(key) })}
        />
      )}
    </div>
  )
}
