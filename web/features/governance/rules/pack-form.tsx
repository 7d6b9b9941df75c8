import { Button, SegmentedControl, TagsInput, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { api } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { ProblemNotice } from '#web/ui/problem-notice.tsx'
import { SheetFoot } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshRules } from './rule-records.ts'
import type { Pack } from './rule-records.ts'
import { UnitsSelect } from './units-select.tsx'

const KINDS = ['brand', 'region'] as const

/** Makes a pack, or changes what it is for and where it holds. */
export function PackForm({ pack, onDone }: { readonly pack: Pack | null; readonly onDone: () => void }) {
  const { t } = useTranslation('rules')
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const form = useProblemForm({
    initialValues: {
      title: pack?.title ?? '',
      description: pack?.description ?? '',
      kind: pack?.kind ?? 'brand',
      countries: [...(pack?.countries ?? [])],
      unitIds: pack?.units.map(({ id }) => id) ?? [],
    },
    draft: `rule-pack:${pack?.id ?? 'new'}`,
  })
  const save = ({ kind, ...values }: typeof form.values) => {
    const fields = { ...values, countries: values.countries.map((code) => code.toUpperCase()) }
    return pack === null
      ? api.governance.rules.createPack({ ...fields, kind })
      : api.governance.rules.changePack({ id: pack.id, ...fields }, { context: { version: pack.version } })
  }
  const done = async (saved: Pack) => {
    announce(t(pack === null ? 'pack.created' : 'pack.saved'))
    onDone()
    await refreshRules(queryClient)
    if (pack === null) await navigate({ to: '/govern/rules/$id', params: { id: saved.id } })
  }
  return (
    <form onSubmit={form.submit(save, done)}>
      <TextInput required data-autofocus label={t('field.title')} maxLength={120} {...form.getInputProps('title')} />
      <Textarea
        label={t('field.description')}
        autosize
        minRows={2}
        maxLength={2000}
        {...form.getInputProps('description')}
      />
      {pack === null && (
        <SegmentedControl
          aria-label={t('field.kind')}
          data={KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...form.getInputProps('kind')}
        />
      )}
      <TagsInput
        label={t('field.countries')}
        description={t('field.countries.hint')}
        {...form.getInputProps('countries')}
      />
      <UnitsSelect known={pack?.units ?? []} {...form.getInputProps('unitIds')} />
      {form.problem !== null && <ProblemNotice problem={form.problem} />}
      <SheetFoot>
        <Button type="submit" loading={form.sending}>
          {t(pack === null ? 'create' : 'save')}
        </Button>
      </SheetFoot>
    </form>
  )
}
