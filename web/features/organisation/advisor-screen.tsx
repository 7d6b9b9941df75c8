import { Button, Group, Stack, Switch, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { PLACEMENT_QUESTIONS } from '#contract/placement-questions.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { Page } from '#web/ui/page.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { announce } from '#web/ui/toast.tsx'
import { Question } from './advisor/question.tsx'
import { evaluationQuery, type Answers, type Weights } from './advisor/records.ts'
import { ResultCard } from './advisor/result-card.tsx'
import { SavedCard } from './advisor/saved-card.tsx'
import { useAdvisorWords } from './advisor/use-advisor-words.ts'
import classes from './advisor/advisor.module.css'
import { OrganiseTabs } from './organise-tabs.tsx'

interface Values extends Record<string, unknown> {
  readonly title: string
  readonly answers: Answers
  readonly weights: Weights
}
const BLANK: Values = { title: '', answers: {}, weights: {} }

/** Asks what social media is for here, and recommends where it belongs and how it is run: with the weights in sight. */
export function AdvisorScreen() {
  const { t } = useAdvisorWords()
  const queryClient = useQueryClient()
  const [weighing, setWeighing] = useState(false)
  const form = useProblemForm<Values>({ initialValues: BLANK, draft: 'placement:new' })
  const { answers, weights } = form.values
  const [asked] = useDebouncedValue({ answers, weights }, 150)
  const result = useQuery(evaluationQuery(asked.answers, asked.weights))
  const done = () => {
    announce(t('kept'))
    form.setValues(BLANK)
    form.resetDirty(BLANK)
    void queryClient.invalidateQueries({ queryKey: orpc.organisation.placements.key() })
  }
  return (
    <Page title={t('title')} sub={t('sub')}>
      <OrganiseTabs />
      <div className={classes.split}>
        <form onSubmit={form.submit((values) => api.organisation.placements.create(values), done)} noValidate>
          <Card
            title={t('questions')}
            end={
              <Switch
                size="xs"
                label={t('weights')}
                checked={weighing}
                onChange={(event) => setWeighing(event.currentTarget.checked)}
              />
            }
          >
            <Stack gap={24}>
              <RestoredNote form={form} />
              {PLACEMENT_QUESTIONS.map((question) => (
                <Question
                  key={question.key}
                  question={question}
                  chosen={answers[question.key] ?? []}
                  weight={weights[question.key] ?? question.weight}
                  weighing={weighing}
                  onChoose={(chosen) => form.setFieldValue('answers', { ...answers, [question.key]: [...chosen] })}
                  onWeigh={(weight) => form.setFieldValue('weights', { ...weights, [question.key]: weight })}
                />
              ))}
              <TextInput label={t('name')} description={t('name.help')} {...form.getInputProps('title')} />
              {form.problem !== null && <ProblemNotice problem={form.problem} />}
              <Group gap={8}>
                <AllowedButton action="operating-model.change" type="submit" loading={form.sending} why="beside">
                  {t('keep')}
                </AllowedButton>
                <Button variant="default" onClick={() => form.setValues(BLANK)}>
                  {t('again')}
                </Button>
              </Group>
            </Stack>
          </Card>
        </form>
        <div className={classes.side}>
          <ResultCard query={result} />
        </div>
      </div>
      <SavedCard />
    </Page>
  )
}
