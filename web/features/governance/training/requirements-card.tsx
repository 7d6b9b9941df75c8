import { ActionIcon, Tooltip } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { IconLock, IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import classes from '../governance.module.css'
import { useTextIn } from '../reading-language.ts'
import { everyRequirement, refreshGovernance } from '../records.ts'
import type { Requirement } from '../records.ts'

/** Which rights depend on a policy or a certificate: seen by everybody, changed by those who change courses. */
export function RequirementsCard({ onAdd }: { readonly onAdd: () => void }) {
  const { t } = useTranslation('training')
  const requirements = useQuery(everyRequirement)
  const add = (
    <AllowedButton
      action="courses.change"
      size="xs"
      variant="default"
      icon={<IconPlus size={14} stroke={1.5} aria-hidden />}
      onClick={onAdd}
    >
      {t('requirement.add')}
    </AllowedButton>
  )
  return (
    <Card title={t('requirements')} pad={false} end={(requirements.data?.length ?? 0) > 0 && add}>
      <Loaded query={requirements}>
        {(all) =>
          all.length === 0 ? (
            <Empty
              icon={IconLock}
              title={t('requirements.empty')}
              text={t('requirements.empty.text')}
              example={t('requirements.empty.example')}
              action={add}
            />
          ) : (
            <ul className={classes.rows}>
              {all.map((requirement) => (
                <li key={requirement.id} className={classes.row}>
                  <RequirementWords requirement={requirement} />
                  <RemoveButton requirement={requirement} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function RequirementWords({ requirement }: { requirement: Requirement }) {
  const { t } = useTranslation(['training', 'session'])
  const inLanguage = useTextIn()
  const { action, kind, subject, role, unit } = requirement
  const who =
    role === null
      ? unit === null
        ? t('who.everybody')
        : t('who.unit', { unit: unit.name })
      : unit === null
        ? t('who.role', { role: t(`session:role.${role}`) })
        : t('who.role-in-unit', { role: t(`session:role.${role}`), unit: unit.name })
  return (
    <span className={classes.words}>
      <span className={classes.sentence}>
        {t(`requirement.${kind}`, { right: t(`session:action.${action}`), title: inLanguage(subject.title) })}
      </span>
      <span className={classes.quiet}>{who}</span>
    </span>
  )
}

function RemoveButton({ requirement }: { requirement: Requirement }) {
  const { t } = useTranslation('training')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const mayChange = useMay('courses.change').allowed
  if (!mayChange) return null

  async function run(work: () => Promise<unknown>, words: string, undo?: () => Promise<void>): Promise<void> {
    try {
      await work()
      await refreshGovernance(queryClient)
      announce(words, undo === undefined ? {} : { undo })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  const { id, version } = requirement
  const restore = () => run(() => api.governance.training.restoreRequirement({ id }), t('requirement.restored'))
  const remove = () =>
    run(
      () => api.governance.training.removeRequirement({ id }, { context: { version } }),
      t('requirement.removed'),
      restore,
    )
  return (
    <Tooltip label={t('requirement.remove')}>
      <ActionIcon variant="subtle" color="gray" aria-label={t('requirement.remove')} onClick={() => void remove()}>
        <IconTrash size={16} stroke={1.5} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
