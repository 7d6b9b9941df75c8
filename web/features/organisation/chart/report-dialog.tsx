import { Button, Group, Modal, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LINE_KINDS } from '#contract/lines.ts'
import { asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { holderOf, positionsById } from './labels.ts'
import type { Chart, LineKind, Shown } from './records.ts'
import { useReport } from './use-report.ts'

interface ReportDialogProps {
  readonly chart: Chart
  readonly shown: Shown
  readonly dropped: { readonly positionId: string; readonly superiorId: string }
  readonly onClose: () => void
}

/** Asks, after a position was dropped on another, on which line it shall report there. A circle is said here. */
export function ReportDialog({ chart, shown, dropped, onClose }: ReportDialogProps) {
  const { t } = useTranslation('chart')
  const ui = useTranslation('ui')
  const report = useReport()
  const [kind, setKind] = useState<LineKind>(shown === 'both' ? 'functional' : shown)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)
  const positions = positionsById(chart)
  const [position, superior] = [positions.get(dropped.positionId), positions.get(dropped.superiorId)]
  if (position === undefined || superior === undefined) return null
  const [name, above] = [holderOf(position), holderOf(superior)]
  const apply = async () => {
    setSending(true)
    try {
      await report({ ...dropped, kind }, name)
      onClose()
    } catch (error) {
      setProblem(asProblem(error))
    } finally {
      setSending(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('drop.title', { name, above })}
      closeButtonProps={{ 'aria-label': ui.t('close') }}
    >
      <Stack gap={16}>
        <Radio.Group
          label={t('drop.line')}
          value={kind}
          onChange={(value) => setKind(LINE_KINDS.find((known) => known === value) ?? 'functional')}
        >
          <Stack gap={8} mt={8}>
            {LINE_KINDS.map((value) => (
              <Radio key={value} value={value} label={t(`lines.${value}`)} description={t(`lines.${value}.help`)} />
            ))}
          </Stack>
        </Radio.Group>
        {problem !== null && <ProblemNotice problem={problem} />}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={onClose}>
            {ui.t('cancel')}
          </Button>
          <Button onClick={() => void apply()} loading={sending}>
            {t('drop.do')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
