import { Button, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#contract/actions.ts'
import { asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import classes from './governance.module.css'

interface BeginWithProps<Choice extends string> {
  readonly label: string
  readonly help: string
  readonly action: Action
  readonly submit: string
  /** The first is chosen until another is. */
  readonly choices: readonly { readonly value: Choice; readonly title: string; readonly text: string }[]
  readonly begin: (choice: Choice) => Promise<unknown>
  readonly onCancel: () => void
}

/** A record begun with one of several ready texts, each shown by its title and what is in it, or with an empty page. */
export function BeginWith<Choice extends string>(props: BeginWithProps<Choice>) {
  const { t } = useTranslation('ui')
  const [choice, setChoice] = useState(props.choices[0]?.value)
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  async function send(): Promise<void> {
    if (choice === undefined) return
    setSending(true)
    setProblem(null)
    try {
      await props.begin(choice)
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
        void send()
      }}
    >
      <Radio.Group
        label={props.label}
        description={props.help}
        value={choice ?? null}
        onChange={(value) => setChoice(props.choices.find((known) => known.value === value)?.value ?? choice)}
      >
        <div className={classes.choices} style={{ marginTop: 8 }}>
          {props.choices.map(({ value, title, text }) => (
            <Radio.Card key={value} value={value} className={classes.choice ?? ''}>
              <span className={classes.words}>
                <span className="medium">{title}</span>
                <span className={classes.quiet}>{text}</span>
              </span>
              <Radio.Indicator size="xs" />
            </Radio.Card>
          ))}
        </div>
      </Radio.Group>
      {problem !== null && <ProblemNotice problem={problem} />}
      <SheetFoot>
        <Button variant="default" onClick={props.onCancel}>
          {t('cancel')}
        </Button>
        <AllowedButton action={props.action} type="submit" loading={sending}>
          {props.submit}
        </AllowedButton>
      </SheetFoot>
    </form>
  )
}
