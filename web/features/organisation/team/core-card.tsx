import { ActionIcon, Button } from '@mantine/core'
import { IconAlertTriangle, IconUserMinus, IconUsers } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import type { InferContractRouterOutputs } from '@orpc/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contract } from '#contract/index.ts'
import { CORE_TEAM_SIZE } from '#contract/team.ts'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { Badge } from '#web/ui/badge.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { PersonFace } from '#web/ui/person-face.tsx'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStructure } from '../structure-records.ts'
import classes from './team.module.css'

type Core = InferContractRouterOutputs<Contract>['organisation']['team']['read']['core']

/** The two to four people who carry it, with a hint where they are fewer or more. */
export function CoreCard({ core }: { readonly core: Core }) {
  const { t } = useTranslation('team')
  const may = useMay('structure.change').allowed
  const set = useSetCore()
  const [chosen, setChosen] = useState<string | null>(null)
  const outside = core.length < CORE_TEAM_SIZE.fewest || core.length > CORE_TEAM_SIZE.most
  return (
    <Card title={t('core')} pad={false} badge={<Badge>{core.length}</Badge>}>
      {core.length === 0 && <Empty icon={IconUsers} title={t('core.empty')} text={t('core.text')} />}
      <ul className={classes.rows}>
        {core.map(({ person, positions }) => (
          <li key={person.id}>
            <PersonFace name={person.name} />
            <span className={classes.words}>
              <strong>{person.name}</strong>
              <span className="text-3 small">
                {positions.map(({ title, unit }) => `${title}, ${unit.name}`).join('; ')}
              </span>
            </span>
            {may && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={t('core.remove', { name: person.name })}
                onClick={() => void set(person, false)}
              >
                <IconUserMinus size={16} stroke={1.5} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {outside && core.length > 0 && (
        <p className={classes.hint}>
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
          {core.length < CORE_TEAM_SIZE.fewest ? t('core.few') : t('core.many')}
        </p>
      )}
      {may && (
        <div className={classes.foot}>
          <div style={{ flex: 1 }}>
            <PersonSelect label={t('core.person')} value={chosen} onChange={setChosen} />
          </div>
          <Button
            variant="default"
            disabled={chosen === null}
            onClick={() => {
              if (chosen !== null) void set({ id: chosen, name: '' }, true).then(() => setChosen(null))
            }}
          >
            {t('core.add')}
          </Button>
        </div>
      )}
    </Card>
  )
}

function useSetCore(): (person: { id: string; name: string }, member: boolean) => Promise<void> {
  const { t } = useTranslation('team')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const write = async (id: string, member: boolean): Promise<boolean> => {
    try {
      await api.organisation.team.setCore({ id, member })
      await refreshStructure(queryClient)
      return true
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
      return false
    }
  }
  return async ({ id }, member) => {
    if (await write(id, member))
      announce(member ? t('core.added') : t('core.removed'), { undo: async () => void (await write(id, !member)) })
  }
}
