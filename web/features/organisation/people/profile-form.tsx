import { Button, MultiSelect, Switch } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExpertLevel } from '#contract/profiles.ts'
import { api } from '#web/kernel/client.ts'
import { useMe } from '#web/kernel/session.tsx'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { ZoneSelect } from '#web/ui/zone-select.tsx'
import { refreshStructure, type Profile, type Week } from '../structure-records.ts'
import { LANGUAGE_CODES, namedOptions } from '../units/names-of.ts'
import { weekErrors } from '../units/unit-fields.tsx'
import { WeekField } from '../units/week-field.tsx'
import { ExpertiseField } from './expertise-field.tsx'
import classes from '../units/units.module.css'

/** `key` tells rows apart while they are typed. */
export type Topic = { key: string; topic: string; level: ExpertLevel; note: string }
type Values = { languages: string[]; said: boolean; timeZone: string; week: Week; expertise: Topic[] }

const OFFICE: Week = [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? { from: '09:00', until: '18:00' } : null))

/** Changes what a person speaks and knows, and when they work. */
export function ProfileForm({ profile, onDone }: { readonly profile: Profile; readonly onDone: () => void }) {
  const { t, i18n } = useTranslation(['people', 'ui'])
  const me = useMe()
  const queryClient = useQueryClient()
  const hours = profile.personal?.workingHours ?? null
  const form = useProblemForm<Values>({
    initialValues: {
      languages: profile.languages,
      said: hours !== null,
      timeZone: hours?.timeZone ?? me.timeZone,
      week: hours?.week ?? OFFICE,
      expertise: profile.expertise.map((topic) => ({ ...topic, key: topic.topic })),
    },
    draft: `profile:${profile.id}:${profile.version}`,
  })
  const send = form.submit(
    ({ languages, said, timeZone, week, expertise }) =>
      api.organisation.profiles.change(
        {
          id: profile.id,
          languages,
          expertise: expertise.map(({ topic, level, note }) => ({ topic, level, note })),
          workingHours: said ? { timeZone, week } : null,
        },
        { context: { version: profile.version } },
      ),
    async () => {
      onDone()
      await refreshStructure(queryClient)
      announce(t('saved'))
    },
  )
  const options = useMemo(
    () => namedOptions([...new Set([...LANGUAGE_CODES, ...profile.languages])], 'language', i18n.language),
    [profile.languages, i18n.language],
  )
  const refused = weekErrors(form.errors, 'workingHours.week')
  return (
    <form onSubmit={send} noValidate className={classes.part}>
      <MultiSelect
        searchable
        label={t('languages')}
        description={t('languages.help')}
        data={options}
        {...form.getInputProps('languages')}
      />
      <Switch label={t('hours')} description={t('hours.help')} {...form.getInputProps('said', { type: 'checkbox' })} />
      {form.values.said && (
        <>
          <ZoneSelect label={t('hours.zone')} field={form.getInputProps('timeZone')} />
          <WeekField
            label={t('hours.week')}
            value={form.values.week}
            onChange={(week) => form.setFieldValue('week', week)}
            errors={refused}
          />
        </>
      )}
      <ExpertiseField
        value={form.values.expertise}
        onChange={(expertise) => form.setFieldValue('expertise', expertise)}
        errors={form.errors}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        <Button variant="default" onClick={onDone}>
          {t('ui:cancel')}
        </Button>
        <Button type="submit" loading={form.sending}>
          {t('ui:save')}
        </Button>
      </SheetFoot>
    </form>
  )
}
