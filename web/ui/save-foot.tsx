import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Action } from '#contract/actions.ts'
import { AllowedButton } from './allowed-button.tsx'
import { SheetFoot } from './side-sheet.tsx'

interface SaveFootProps {
  /** The right that saving needs. */
  readonly action: Action
  readonly sending: boolean
  readonly onCancel: () => void
  /** Beside "Save" where it says something else. */
  readonly words?: string
}

/** The end of a form in a sheet: leave it, or send it. */
export function SaveFoot({ action, sending, onCancel, words }: SaveFootProps) {
  const { t } = useTranslation('ui')
  return (
    <SheetFoot>
      <Button variant="default" onClick={onCancel}>
        {t('cancel')}
      </Button>
      <AllowedButton action={action} type="submit" loading={sending}>
        {words ?? t('save')}
      </AllowedButton>
    </SheetFoot>
  )
}
