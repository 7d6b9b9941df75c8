import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { CampaignStep } from './campaign-step.tsx'
import { ClickStep } from './click-step.tsx'
import type { TourRecords } from './find-tour-records.ts'
import { FinishedStep } from './finished-step.tsx'
import { GoalStep } from './goal-step.tsx'
import { ObjectiveStep } from './objective-step.tsx'
import { PublishStep } from './publish-step.tsx'
import { StepList } from './step-list.tsx'
import { TOUR_STEPS } from './steps.ts'
import classes from './tour.module.css'
import { useTourProgress, useTourRecords, useTourSwitch } from './use-tour.ts'
import type { Made } from './use-tour.ts'

/** The first-start tour: five steps that really build the chain from an objective to a counted click. Nothing once it is put away. */
export function TourPanel() {
  const { tour } = useMe()
  return tour === null ? null : <OpenTour />
}

function OpenTour() {
  const { query, made, beginAnew } = useTourRecords()
  const putAway = usePutAway()
  const finish = async () => {
    if (await putAway(false)) await beginAnew()
  }
  return (
    <div className={classes.place}>
      <Loaded
        query={query}
        skeleton={
          <Frame onPutAway={() => void putAway(true)}>
            <div className={classes.waiting} />
          </Frame>
        }
      >
        {(records) => (
          <Steps
            records={records}
            made={made}
            onPutAway={() => void putAway(true)}
            onFinish={finish}
            onAnew={() => void beginAnew()}
          />
        )}
      </Loaded>
    </div>
  )
}

/** Puts the tour away; true once it is. With `undoable` a toast brings it back. */
function usePutAway() {
  const { t } = useTranslation('measurement')
  const sentence = useProblemText()
  const turn = useTourSwitch()
  return async (undoable: boolean): Promise<boolean> => {
    try {
      await turn('put-away')
      if (undoable) announce(t('tour.put-away.done'), { undo: () => turn('again') })
      document.getElementById('page-title')?.focus()
      return true
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      return false
    }
  }
}

interface StepsProps {
  readonly records: TourRecords
  readonly made: Made
  readonly onPutAway: () => void
  readonly onFinish: () => Promise<void>
  readonly onAnew: () => void
}

function Steps({ records, made, onPutAway, onFinish, onAnew }: StepsProps) {
  const { t } = useTranslation('measurement')
  const { post, trace, step } = useTourProgress(records)
  const heading = useFocusOnChange(step)
  const place = step === 'finished' ? TOUR_STEPS.length : TOUR_STEPS.indexOf(step) + 1
  const shown = { ...records, post }
  return (
    <Frame place={place} onPutAway={step === 'finished' ? undefined : onPutAway}>
      <StepList records={shown} step={step} />
      <div className={step === 'finished' ? classes.whole : classes.step}>
        <h3 className={classes.heading} ref={heading} tabIndex={-1}>
          {t(`tour.${step}.title`)}
        </h3>
        <p className={classes.text}>{t(`tour.${step}.text`)}</p>
        {step === 'objective' && <ObjectiveStep made={made} />}
        {step === 'goal' && records.objective !== null && <GoalStep objective={records.objective} made={made} />}
        {step === 'campaign' && records.goal !== null && (
          <CampaignStep goal={records.goal} campaign={records.campaign} made={made} />
        )}
        {step === 'publish' && records.piece !== null && (
          <PublishStep piece={records.piece} newsroom={records.newsroom} post={post} made={made} />
        )}
        {step === 'click' && post !== null && <ClickStep post={post} />}
        {step === 'finished' && trace !== null && <FinishedStep trace={trace} onFinish={onFinish} onAnew={onAnew} />}
      </div>
    </Frame>
  )
}

function Frame({
  place,
  onPutAway,
  children,
}: {
  place?: number
  onPutAway: (() => void) | undefined
  children: ReactNode
}) {
  const { t } = useTranslation('measurement')
  return (
    <Card
      className={classes.card}
      title={t('tour.title')}
      badge={place !== undefined && <Badge tone="accent">{t('tour.place', { place, of: TOUR_STEPS.length })}</Badge>}
      end={
        onPutAway !== undefined && (
          <Button variant="subtle" color="gray" size="xs" onClick={onPutAway}>
            {t('tour.put-away')}
          </Button>
        )
      }
    >
      <div className={classes.panel}>{children}</div>
    </Card>
  )
}

/** The next step's heading takes the focus, so that keyboard and screen reader go on there. Not on arrival. */
function useFocusOnChange(step: string) {
  const heading = useRef<HTMLHeadingElement>(null)
  const before = useRef(step)
  useEffect(() => {
    if (before.current !== step) heading.current?.focus()
    before.current = step
  }, [step])
  return heading
}
