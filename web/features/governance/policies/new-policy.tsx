import { Button, Radio } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { STARTERS } from '#contract/policies.ts'
import { api, asProblem, orpc } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import classes from '../governance.module.css'
import { textIn, useReadingLanguage } from '../reading-language.ts'
import { refreshGovernance } from '../records.ts'
import { emptyPolicy } from './policy-draft.ts'

const CHOICES = [...STARTERS, 'blank'] as const
type Choice = (typeof CHOICES)[number]

/** Begins a policy: with one of the starters, which are whole texts, or with an empty page. */
export function NewPolicy({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['policies', 'ui'])
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const language = useReadingLanguage()
  const starters = useQuery(orpc.governance.policies.starters.queryOptions({ staleTime: Infinity }))
  const [choice, setChoice] = useState<Choice>('company')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function begin(): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      const content = emptyPolicy(language, { title: t('blank.title'), section: t('blank.section') })
      const made = await api.governance.policies.create(choice === 'blank' ? { content } : { starter: choice })
      onDone()
      await navigate({ to: '/govern/policies/$id', params: { id: made.id }, search: { view: 'edit' } })
      await refreshGovernance(queryClient)
    } catch (error) {
      setProblem(asProblem(error))
      setSending(false)
    }
  }

  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        void begin()
      }}
    >
      <Loaded query={starters} skeleton={6}>
        {({ items }) => (
          <Radio.Group
            label={t('starter')}
            description={t('starter.help')}
            value={choice}
            onChange={(value) => setChoice(CHOICES.find((known) => known === value) ?? 'company')}
          >
            <div className={classes.choices} style={{ marginTop: 8 }}>
              {CHOICES.map((value) => {
                const sections = items.find(({ key }) => key === value)?.content.sections ?? []
                return (
                  <Radio.Card key={value} value={value} className={classes.choice ?? ''}>
                    <span className={classes.words}>
                      <span className="medium">{t(`starter.${value}`)}</span>
                      <span className={classes.quiet}>
                        {sections.length === 0
                          ? t('starter.blank.text')
                          : sections.map(({ texts }) => textIn(texts, language)?.title).join(' · ')}
                      </span>
                    </span>
                    <Radio.Indicator size="xs" />
                  </Radio.Card>
                )
              })}
            </div>
          </Radio.Group>
        )}
      </Loaded>
      {problem !== null && <ProblemNotice problem={problem} />}
      <SheetFoot>
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <AllowedButton action="policies.change" type="submit" loading={sending}>
          {t('begin')}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}
