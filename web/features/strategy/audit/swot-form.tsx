import { MultiSelect, Select, Textarea } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { QUADRANTS } from '#contract/swot.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useProblemForm } from '#web/ui/form.ts'
import { RestoredNote } from '#web/ui/restored-note.tsx'
import { SaveFoot } from '#web/ui/save-foot.tsx'
import { SaveProblem } from '#web/ui/save-problem.tsx'
import { announce } from '#web/ui/toast.tsx'
import { only, useVersions } from '#web/ui/versions.ts'
import { refreshStrategy } from '../refresh-strategy.ts'
import { everyAccount, everyCompetitor } from './records.ts'
import type { Quadrant, SwotLine } from './records.ts'

type SwotValues = {
  quadrant: Quadrant
  text: string
  accounts: string[]
  competitors: string[]
  /** One address a line. */
  addresses: string
}

function swotValues({ quadrant, text, evidence }: Pick<SwotLine, 'quadrant' | 'text' | 'evidence'>): SwotValues {
  const idsOf = (kind: 'account' | 'competitor') =>
    evidence.flatMap((one) => (one.kind === kind && one.id !== null && one.title !== null ? [one.id] : []))
  return {
    quadrant,
    text,
    accounts: idsOf('account'),
    competitors: idsOf('competitor'),
    addresses: evidence.flatMap(({ url }) => url ?? []).join('\n'),
  }
}

function swotRequest({ quadrant, text, accounts, competitors, addresses }: SwotValues) {
  return {
    quadrant,
    text,
    evidence: [
      ...accounts.map((id) => ({ kind: 'account' as const, id })),
      ...competitors.map((id) => ({ kind: 'competitor' as const, id })),
      ...addresses
        .split(/\s+/u)
        .filter((url) => url !== '')
        .map((url) => ({ kind: 'address' as const, url })),
    ],
  }
}

interface SwotFormProps {
  readonly quadrant: Quadrant
  /** The line to change; left out for a new one. */
  readonly line?: SwotLine
  readonly onDone: () => void
}

/** The form of a line of the SWOT. Two people who save the same one are told; nothing typed is lost. */
export function SwotForm({ quadrant, line, onDone }: SwotFormProps) {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const empty = { quadrant, text: '', evidence: [], version: 0 }
  const versions = useVersions({
    seen: line ?? empty,
    read: async () => {
      const { items } = await queryClient.fetchQuery(orpc.strategy.audit.swot.list.queryOptions({ staleTime: 0 }))
      return items.find(({ id }) => id === line?.id) ?? line ?? empty
    },
    valuesOf: swotValues,
  })
  const form = useProblemForm({
    initialValues: swotValues(line ?? empty),
    draft: `swot:${line === undefined ? `new:${quadrant}` : `${line.id}:${line.version}`}`,
  })
  const send = form.submit(
    (typed) =>
      line === undefined
        ? api.strategy.audit.swot.create(swotRequest(typed))
        : versions.save(typed, ({ values, names, version }) => {
            const evidence = names.some((name) => ['accounts', 'competitors', 'addresses'].includes(name))
            const wanted = names.filter((name) => name === 'text' || name === 'quadrant')
            return api.strategy.audit.swot.change(
              { ...only(swotRequest(values), evidence ? [...wanted, 'evidence'] : wanted), id: line.id },
              { context: { version } },
            )
          }),
    async () => {
      onDone()
      announce(t('swot.saved'))
      await refreshStrategy(queryClient)
    },
  )
  const told = [
    ['text', t('swot.text')],
    ['addresses', t('swot.evidence.addresses')],
  ] as const
  const accounts = useQuery(everyAccount).data ?? []
  const competitors = useQuery(everyCompetitor).data ?? []
  return (
    <form onSubmit={send}>
      <RestoredNote form={form} />
      <Textarea
        data-autofocus
        withAsterisk
        autosize
        minRows={2}
        maxLength={500}
        label={t('swot.text')}
        description={t(`swot.${form.values.quadrant}.ask`)}
        {...form.getInputProps('text')}
      />
      <Select
        label={t('swot.quadrant')}
        allowDeselect={false}
        data={QUADRANTS.map((value) => ({ value, label: t(`swot.${value}`) }))}
        {...form.getInputProps('quadrant')}
      />
      <fieldset>
        <legend>{t('swot.evidence')}</legend>
        <MultiSelect
          searchable
          hidePickedOptions
          limit={100}
          label={t('swot.evidence.accounts')}
          data={accounts.map(({ id, handle, platform }) => ({
            value: id,
            label: `${handle} (${t(`platform.${platform}`)})`,
          }))}
          {...form.getInputProps('accounts')}
        />
        <MultiSelect
          searchable
          hidePickedOptions
          limit={100}
          label={t('swot.evidence.competitors')}
          data={competitors.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('competitors')}
        />
        <Textarea
          autosize
          minRows={1}
          label={t('swot.evidence.addresses')}
          description={t('swot.evidence.addresses.help')}
          {...form.getInputProps('addresses')}
        />
      </fieldset>
      <SaveProblem
        form={form}
        versions={versions}
        fields={(conflict) =>
          told
            .filter(([name]) => conflict.names.includes(name))
            .map(([name, label]) => ({ label, mine: conflict.mine[name], theirs: conflict.theirs[name] }))
        }
        save={send}
      />
      <SaveFoot action="goals.change" sending={form.sending} onCancel={onDone} />
    </form>
  )
}
