import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useTime } from '#web/kernel/use-time.ts'
import { DayInput } from '#web/ui/day-input.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { PersonSelect } from '#web/ui/person-select.tsx'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { announce } from '#web/ui/toast.tsx'
import { refreshStructure, type Absence, type Profile } from '../structure-records.ts'
import classes from '../units/units.module.css'

interface AbsencesPartProps {
  readonly profile: Profile
  readonly absences: readonly Absence[]
}

/** When somebody is away, and who stands in. */
export function AbsencesPart({ profile, absences }: AbsencesPartProps) {
  const { t } = useTranslation('people')
  const time = useTime()
  const [adding, setAdding] = useState(false)
  const remove = useRemoveAbsence()
  return (
    <section className={classes.part} aria-labelledby="absences">
      <div className={classes.headed}>
        <h3 id="absences">{t('absences')}</h3>
        {!adding && (
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={16} stroke={1.5} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('absence.add')}
          </Button>
        )}
      </div>
      {adding && <AbsenceForm personId={profile.id} onDone={() => setAdding(false)} />}
      {absences.length === 0 && !adding && <p className="text-3">{t('absences.none')}</p>}
      <ul className={classes.rows}>
        {absences.map((absence) => (
          <li key={absence.id}>
            <span className={classes.words}>
              <strong>{time.days(absence.fromOn, absence.untilOn)}</strong>
              <span className="text-3">
                {absence.delegate === null ? t('absence.nobody') : t('absence.by', { name: absence.delegate.name })}
              </span>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('absence.remove', { days: time.days(absence.fromOn, absence.untilOn) })}
              onClick={() => void remove(absence)}
            >
              <IconTrash size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </section>
  )
}

function AbsenceForm({ personId, onDone }: { personId: string; onDone: () => void }) {
  const { t } = useTranslation(['people', 'ui'])
  const time = useTime()
  const queryClient = useQueryClient()
  const form = useProblemForm<{ fromOn: string | null; untilOn: string | null; delegateId: string | null }>({
    initialValues: { fromOn: time.today(), untilOn: time.today(), delegateId: null },
  })
  const send = form.submit(
    ({ fromOn, untilOn, delegateId }) =>
      api.organisation.absences.create({ personId, fromOn: fromOn ?? '', untilOn: untilOn ?? '', delegateId }),
    async () => {
      onDone()
      await refreshStructure(queryClient)
      announce(t('absence.saved'))
    },
  )
  return (
    <div className={classes.ask} role="group" aria-label={t('absence.add')}>
      <div className={classes.pair}>
        <DayInput required label={t('absence.from')} {...form.getInputProps('fromOn')} />
        <DayInput
          required
          label={t('absence.until')}
          min={form.values.fromOn ?? undefined}
          {...form.getInputProps('untilOn')}
        />
      </div>
      <PersonSelect
        label={t('absence.delegate')}
        description={t('absence.delegate.help')}
        {...form.getInputProps('delegateId')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <div className={classes.ends}>
        <Button size="xs" variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <Button size="xs" loading={form.sending} onClick={() => send()}>
          {t('ui:save')}
        </Button>
      </div>
    </div>
  )
}

function useRemoveAbsence(): (absence: Absence) => Promise<void> {
  const { t } = useTranslation('people')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  return async ({ id, person, fromOn, untilOn, delegate }) => {
    try {
      await api.organisation.absences.remove({ id })
      await refreshStructure(queryClient)
      announce(t('absence.removed'), {
        undo: async () => {
          await api.organisation.absences.create({
            personId: person.id,
            fromOn,
            untilOn,
            delegateId: delegate?.id ?? null,
          })
          await refreshStructure(queryClient)
        },
      })
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
}
