import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useUnits } from '#web/ui/use-units.ts'
import { everyCampaign } from '../plans/records.ts'
import { everyPlan } from './records.ts'

/** What something is charged to, while it is typed. */
export interface PlaceValues {
  unitId: string | null
  campaignId: string | null
  planId: string | null
}

interface PlaceSelectsProps {
  readonly inputOf: (name: keyof PlaceValues) => object
}

/** The ids of what a record is charged to. */
export function placeValues({
  unit,
  campaign,
  plan,
}: {
  readonly unit: { readonly id: string } | null
  readonly campaign: { readonly id: string } | null
  readonly plan: { readonly id: string } | null
}): PlaceValues {
  return { unitId: unit?.id ?? null, campaignId: campaign?.id ?? null, planId: plan?.id ?? null }
}

/** What something is charged to: a campaign, a plan, a unit, each or none. */
export function PlaceSelects({ inputOf }: PlaceSelectsProps) {
  const { t } = useTranslation('budget')
  const units = useUnits()
  const campaigns = useQuery(everyCampaign).data ?? []
  const plans = useQuery(everyPlan).data ?? []
  const choices = [
    ['campaignId', t('field.campaign'), campaigns.map(({ id, title }) => ({ value: id, label: title }))],
    ['planId', t('field.plan'), plans.map(({ id, title }) => ({ value: id, label: title }))],
    ['unitId', t('field.unit'), units.map(({ id, name }) => ({ value: id, label: name }))],
  ] as const
  return choices.map(([name, label, data]) => (
    <Select
      key={name}
      label={label}
      placeholder={t('field.none')}
      data={data}
      limit={100}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('field.none') }}
      {...inputOf(name)}
    />
  ))
}
