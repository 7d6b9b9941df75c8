import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { AudienceFields, useAudienceChecks } from './audience-fields.tsx'
import { audienceRequest, audienceValues, EMPTY_AUDIENCE } from './audience-values.ts'
import type { AudienceValues } from './audience-values.ts'
import { usePlatformNames } from './platform-names.ts'
import type { Audience } from './records.ts'
import { useAudienceDifferences } from './use-audience-differences.ts'

interface NewAudienceProps {
  /** An example to begin with. */
  readonly starter?: AudienceValues | undefined
  readonly onDone: () => void
}

/** The form that writes an audience, and then opens it. */
export function NewAudience({ starter, onDone }: NewAudienceProps) {
  const { t } = useTranslation('audiences')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { idOf } = usePlatformNames()
  const form = useProblemForm({
    initialValues: starter ?? EMPTY_AUDIENCE,
    validate: useAudienceChecks(),
    draft: starter === undefined ? 'audience:new' : 'audience:starter',
  })
  const send = form.submit(
    (values) => api.strategy.audiences.create(audienceRequest(values, idOf)),
    async (audience) => {
      onDone()
      announce(t('created', { name: audience.name }))
      await navigate({ to: '/strategy/audiences/$id', params: { id: audience.id } })
      await refreshStrategy(queryClient)
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      {starter !== undefined && <p className="small text-2">{t('starter.note')}</p>}
      <AudienceFields form={form} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} words={t('save-new')} />
    </form>
  )
}

/** The form that changes an audience; where a colleague was faster, it offers to join both. */
export function EditAudience({ audience, onDone }: { readonly audience: Audience; readonly onDone: () => void }) {
  const { t } = useTranslation('audiences')
  const queryClient = useQueryClient()
  const { idOf, nameOf } = usePlatformNames()
  const differences = useAudienceDifferences()
  const versions = useVersions({
    seen: audience,
    read: () => api.strategy.audiences.show({ id: audience.id }),
    valuesOf: (record) => audienceValues(record, nameOf),
  })
  const form = useProblemForm({
    initialValues: audienceValues(audience, nameOf),
    validate: useAudienceChecks(),
    draft: `audience:${audience.id}:${audience.version}`,
  })
  const send = form.submit(
    (typed) =>
      versions.save(typed, ({ values, names, version }) =>
        api.strategy.audiences.change(
          { ...only(audienceRequest(values, idOf), names), id: audience.id },
          { context: { version } },
        ),
      ),
    async () => {
      onDone()
      await refreshStrategy(queryClient)
      announce(t('saved'))
    },
  )
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <AudienceFields form={form} known={audience.units} />
      <SaveProblem form={form} versions={versions} fields={differences} save={send} />
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
