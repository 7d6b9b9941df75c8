import { ActionIcon, Button, Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { IconArrowDown, IconArrowUp, IconPencil } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { useConditionWords } from './use-condition-words.ts'
import type { Workflow } from './workflow-values.ts'
import classes from './workflows.module.css'

interface WorkflowListProps {
  readonly items: readonly Workflow[]
  readonly onEdit: (workflow: Workflow) => void
}

/** Workflows in the order in which they are tried, each in plain words. */
export function WorkflowList({ items, onEdit }: WorkflowListProps) {
  const { t } = useTranslation('approvals')
  const attempt = useAttempt()
  const move = (from: number, to: number) => {
    const ids = items.map(({ id }) => id)
    const [id] = ids.splice(from, 1)
    if (id === undefined) return
    ids.splice(to, 0, id)
    void attempt(() => api.governance.workflows.order({ ids }))
  }
  return (
    <ol className={classes.list} aria-label={t('workflows.title')}>
      {items.map((workflow, place) => (
        <Row
          key={workflow.id}
          workflow={workflow}
          onEdit={() => onEdit(workflow)}
          onUp={place === 0 ? null : () => move(place, place - 1)}
          onDown={place === items.length - 1 ? null : () => move(place, place + 1)}
          onSwitch={() =>
            void attempt(() =>
              api.governance.workflows.change(
                { id: workflow.id, enabled: !workflow.enabled },
                { context: { version: workflow.version } },
              ),
            )
          }
        />
      ))}
    </ol>
  )
}

interface RowProps {
  readonly workflow: Workflow
  readonly onEdit: () => void
  readonly onUp: (() => void) | null
  readonly onDown: (() => void) | null
  readonly onSwitch: () => void
}

function Row({ workflow, onEdit, onUp, onDown, onSwitch }: RowProps) {
  const { t } = useTranslation('approvals')
  const words = useConditionWords()
  const may = useMay('workflows.change').allowed
  const { title, conditions, stages, running, runningOlder } = workflow
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true } as const
  return (
    <li className={classes.row}>
      <span className={classes.place}>{workflow.place}</span>
      <div>
        <p className={classes.name}>{title}</p>
        <p className="text-2">
          {conditions.length === 0 ? t('workflows.always') : conditions.map(words.condition).join(' · ')}
        </p>
        <div className={classes.stages}>
          {stages.map((stage, place) => {
            const key = `${place} ${stage.name}`
            return (
              <span key={key} className={`${classes.stage} small`}>
                {`${place + 1}. ${stage.name}: ${stage.approvers.map(words.approver).join(', ')}`}
              </span>
            )
          })}
        </div>
        {running > 0 && (
          <p className={`${classes.quiet} small`} style={{ marginTop: 8 }}>
            {[
              t('workflows.running', { count: running }),
              runningOlder > 0 ? t('workflows.running-older', { count: runningOlder }) : '',
            ]
              .filter((part) => part !== '')
              .join(', ')}
          </p>
        )}
      </div>
      <div className={classes.acts}>
        <Switch
          label={t(workflow.enabled ? 'workflows.enabled' : 'workflows.off')}
          aria-label={`${title}: ${t('workflows.enabled')}`}
          checked={workflow.enabled}
          disabled={!may}
          onChange={onSwitch}
        />
        {may && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={onUp === null}
              aria-label={t('workflows.up', { title })}
              onClick={onUp ?? undefined}
            >
              <IconArrowUp {...icon} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={onDown === null}
              aria-label={t('workflows.down', { title })}
              onClick={onDown ?? undefined}
            >
              <IconArrowDown {...icon} />
            </ActionIcon>
            <ActionIcon variant="subtle" color="gray" aria-label={t('workflows.edit', { title })} onClick={onEdit}>
              <IconPencil {...icon} />
            </ActionIcon>
            <RemoveButton workflow={workflow} />
          </>
        )}
      </div>
    </li>
  )
}

function RemoveButton({ workflow }: { workflow: Workflow }) {
  const { t } = useTranslation('approvals')
  const attempt = useAttempt()
  const { id, title, version } = workflow
  const remove = () =>
    attempt(async () => {
      await api.governance.workflows.remove({ id }, { context: { version } })
      announce(t('workflows.removed', { title }), {
        undo: () => attempt(() => api.governance.workflows.restore({ id })),
      })
    })
  return (
    <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void remove()}>
      {t('workflows.remove')}
    </Button>
  )
}

/** Tries a change, says what was refused, and has the list asked for again. */
function useAttempt() {
  const queryClient = useQueryClient()
  const problemText = useProblemText()
  return async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work()
    } catch (error) {
      announce(problemText(error), { tone: 'refused' })
    } finally {
      await queryClient.invalidateQueries({ queryKey: orpc.governance.workflows.key() })
    }
  }
}
