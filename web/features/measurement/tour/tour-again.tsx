import { Button } from '@mantine/core'
import { IconRoute } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '#web/kernel/session.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from './tour.module.css'
import { useTourSwitch } from './use-tour.ts'

/** At the foot of the home: the way back to a tour that was put away. */
export function TourAgain() {
  const { t } = useTranslation('measurement')
  const { tour } = useMe()
  if (tour !== null) return null
  return (
    <div className={classes.again}>
      <BringTourBack variant="subtle">{t('tour.again')}</BringTourBack>
    </div>
  )
}

/** The button that opens the tour where it was left. */
export function BringTourBack({
  variant,
  children,
}: {
  readonly variant: 'filled' | 'subtle'
  readonly children: ReactNode
}) {
  const sentence = useProblemText()
  const [sending, setSending] = useState(false)
  const turn = useTourSwitch()
  const open = async () => {
    setSending(true)
    try {
      await turn('again')
      document.getElementById('page-title')?.focus()
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    } finally {
      setSending(false)
    }
  }
  return (
    <Button
      variant={variant}
      size={variant === 'subtle' ? 'xs' : 'sm'}
      loading={sending}
      leftSection={<IconRoute size={16} stroke={1.5} aria-hidden />}
      onClick={() => void open()}
    >
      {children}
    </Button>
  )
}
