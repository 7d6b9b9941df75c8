import { Button } from '@mantine/core'
import { IconAlertTriangle, IconFlag } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonFace } from '#web/ui/person-face.tsx'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStructure, type Representation } from '../structure-records.ts'
import classes from './team.module.css'

/** Who represents each department, and who stands in. */
export function RepresentativesCard({ representatives }: { readonly representatives: readonly Representation[] }) {
  const { t } = useTranslation('team')
  const may = useMay('structure.change').allowed
  const [naming, setNaming] = useState<string | null>(null)
  return (
    <Card title={t('representatives')} pad={false}>
      {representatives.length === 0 && (
        <Empty icon={IconFlag} title={t('representatives.empty')} text={t('representatives.text')} />
      )}
      <ul className={classes.rows}>
        {representatives.map((one) => (
          <li key={one.unit.id}>
            {one.person === null ? (
              <span className={classes.gap}>
                <IconAlertTriangle size={18} stroke={1.5} aria-hidden />
              </span>
            ) : (
              <PersonFace name={one.person.name} />
            )}
            <span className={classes.words}>
              <strong>{one.unit.name}</strong>
              <span className={one.person === null ? classes.gap : 'text-3 small'}>
                {one.person === null
                  ? t('representatives.nobody')
                  : [one.person.name, one.deputy === null ? '' : t('deputy', { name: one.deputy.name })]
                      .filter(Boolean)
                      .join(' · ')}
              </span>
            </span>
            {may && naming !== one.unit.id && (
              <Button
                size="xs"
                variant="default"
                aria-label={t(one.person === null ? 'name-of' : 'change-of', { unit: one.unit.name })}
                onClick={() => setNaming(one.unit.id)}
              >
                {one.person === null ? t('name') : t('change')}
              </Button>
            )}
            {naming === one.unit.id && <Naming representation={one} onDone={() => setNaming(null)} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Naming({ representation, onDone }: { representation: Representation; onDone: () => void }) {
  const { t } = useTranslation(['team', 'ui'])
  const queryClient = useQueryClient()
  const { unit, person, deputy } = representation
  const form = useProblemForm<{ personId: string | null; deputyId: string | null }>({
    initialValues: { personId: person?.id ?? null, deputyId: deputy?.id ?? null },
  })
  const send = form.submit(
    (values) => api.organisation.team.setRepresentative({ id: unit.id, ...values }),
    async () => {
      onDone()
      await refreshStructure(queryClient)
      announce(t('named', { unit: unit.name }))
    },
  )
  return (
    <form className={classes.naming} onSubmit={send} aria-label={t('name-of', { unit: unit.name })}>
      <PersonSelect label={t('representative')} known={person} {...form.getInputProps('personId')} />
      <PersonSelect label={t('deputy.label')} known={deputy} {...form.getInputProps('deputyId')} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.ends}>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <Button size="xs" type="submit" loading={form.sending}>
          {t('ui:save')}
        </Button>
      </div>
    </form>
  )
}
