import { Button, Group, Modal, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Question } from './confirm.tsx'

interface ConfirmDialogProps {
  readonly question: Question
  readonly opened: boolean
  readonly settle: (yes: boolean) => void
}

/** The dialog behind `useConfirm`: the safe answer has the focus, Escape means no. */
export function ConfirmDialog({ question, opened, settle }: ConfirmDialogProps) {
  const { t } = useTranslation('ui')
  return (
    <Modal
      opened={opened}
      onClose={() => settle(false)}
      title={question.title}
      size={440}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Text size="sm" c="var(--text-2)">
        {question.consequence}
      </Text>
      <Group justify="flex-end" mt={24} gap={8}>
        <Button variant="default" onClick={() => settle(false)} data-autofocus>
          {question.cancel ?? t('cancel')}
        </Button>
        <Button color={question.danger === false ? 'accent' : 'bad'} onClick={() => settle(true)}>
          {question.action}
        </Button>
      </Group>
    </Modal>
  )
}
