import { Select } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { REQUIRABLE, ROLES } from '#contract/actions.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { announce } from '#web/ui/toast.tsx'
import classes from '../governance.module.css'
import { useTextIn } from '../reading-language.ts'
import { everyCourse, everyPolicy, refreshGovernance } from '../records.ts'

const POLICY = 'policy:'
const COURSE = 'course:'

/** The form that lets a right depend on a policy or a certificate. */
export function NewRequirement({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation(['training', 'ui', 'session', 'refusal'])
  const queryClient = useQueryClient()
  const inLanguage = useTextIn()
  const policies = useQuery(everyPolicy).data ?? []
  const courses = useQuery(everyCourse).data ?? []
  const units = useQuery(orpc.organisation.units.list.queryOptions()).data?.items ?? []
  const form = useProblemForm({
    initialValues: {
      action: 'posts.publish',
      needs: null as string | null,
      role: null as string | null,
      unitId: null as string | null,
    },
    validate: { needs: (value: string | null) => (value === null ? t('refusal:requirement.nothing-named') : null) },
  })
  const send = form.submit(
    ({ action, needs, role, unitId }) =>
      api.governance.training.addRequirement({
        action: REQUIRABLE.find((known) => known === action) ?? 'posts.publish',
        policyId: needs?.startsWith(POLICY) === true ? needs.slice(POLICY.length) : null,
        courseId: needs?.startsWith(COURSE) === true ? needs.slice(COURSE.length) : null,
        role: ROLES.find((known) => known === role) ?? null,
        unitId,
      }),
    async () => {
      onDone()
      await refreshGovernance(queryClient)
      announce(t('requirement.added'))
    },
  )
  return (
    <form onSubmit={send} className={classes.form}>
      <Select
        label={t('field.right')}
        description={t('field.right.help')}
        allowDeselect={false}
        checkIconPosition="right"
        data={REQUIRABLE.map((value) => ({ value, label: t(`session:action.${value}`) }))}
        {...form.getInputProps('action')}
      />
      <Select
        withAsterisk
        searchable
        label={t('field.needs')}
        description={t('field.needs.help')}
        placeholder={t('field.needs.choose')}
        nothingFoundMessage={t('field.needs.nothing')}
        checkIconPosition="right"
        data={[
          {
            group: t('field.needs.certificates'),
            items: courses
              .filter(({ published }) => published)
              .map(({ id, title }) => ({ value: `${COURSE}${id}`, label: inLanguage(title) })),
          },
          {
            group: t('field.needs.policies'),
            items: policies
              .filter(({ current }) => current !== null)
              .map(({ id, title }) => ({ value: `${POLICY}${id}`, label: inLanguage(title) })),
          },
        ]}
        {...form.getInputProps('needs')}
      />
      <Select
        clearable
        label={t('field.role')}
        description={t('field.role.help')}
        placeholder={t('field.role.everybody')}
        checkIconPosition="right"
        data={ROLES.map((value) => ({ value, label: t(`session:role.${value}`) }))}
        {...form.getInputProps('role')}
      />
      <Select
        clearable
        searchable
        label={t('field.unit')}
        description={t('field.unit.help')}
        placeholder={t('field.unit.everywhere')}
        checkIconPosition="right"
        data={units.filter(({ closedAt }) => closedAt === null).map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('unitId')}
      />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="courses.change" sending={form.sending} onCancel={onDone} words={t('requirement.add')} />
    </form>
  )
}
