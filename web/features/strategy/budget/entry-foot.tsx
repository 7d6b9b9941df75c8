import { Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Action } from '#contract/actions.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'

interface EntryFootProps {
  readonly action: Action
  readonly save: string
  readonly sending: boolean
  readonly onCancel: () => void
  readonly onRemove?: (() => void) | undefined
  readonly heldBy?: string | undefined
}

/** The buttons under the form of an entry: remove where there is one, cancel, save. */
export function EntryFoot({ action, save, sending, onCancel, onRemove, heldBy }: EntryFootProps) {
  const { t } = useTranslation(['budget', 'ui'])
  return (
    <SheetFoot>
      {onRemove !== undefined && (
        <AllowedButton
          action={action}
          heldBy={heldBy}
          variant="default"
          icon={<IconTrash size={16} stroke={1.5} aria-hidden />}
          onClick={onRemove}
        >
          {t('remove')}
        </AllowedButton>
      )}
      <Button variant="default" onClick={onCancel}>
        {t('ui:cancel')}
      </Button>
      <AllowedButton action={action} heldBy={heldBy} type="submit" loading={sending}>
        {save}
      </AllowedButton>
    </SheetFoot>
  )
}
