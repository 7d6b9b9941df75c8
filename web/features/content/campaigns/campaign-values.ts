import type { Campaign, CampaignRequest } from '../records.ts'

/** What the form of a campaign holds while it is typed. */
export type CampaignValues = {
  title: string
  message: string
  goalIds: string[]
  audienceIds: string[]
  startsOn: string | null
  endsOn: string | null
  ownerId: string | null
  unitId: string | null
  risk: Campaign['risk']
}

/** A new campaign, from today, owned by whoever plans it. */
export function emptyCampaign({
  goalId,
  today,
  ownerId,
}: {
  goalId: string | undefined
  today: string
  ownerId: string
}): CampaignValues {
  return {
    title: '',
    message: '',
    goalIds: goalId === undefined ? [] : [goalId],
    audienceIds: [],
    startsOn: today,
    endsOn: null,
    ownerId,
    unitId: null,
    risk: 'low',
  }
}

/** The values of a campaign that is there. */
export function campaignValues({
  title,
  message,
  goals,
  audiences,
  startsOn,
  endsOn,
  owner,
  unitId,
  risk,
}: Campaign): CampaignValues {
  const goalIds = goals.map((goal) => goal.id)
  const audienceIds = audiences.map((audience) => audience.id)
  return { title, message, goalIds, audienceIds, startsOn, endsOn, ownerId: owner?.id ?? null, unitId, risk }
}

/** The values as the API takes them. Days that are missing are left empty, which the server refuses by field. */
export function campaignRequest(values: CampaignValues): CampaignRequest {
  return { ...values, startsOn: values.startsOn ?? '', endsOn: values.endsOn ?? '' }
}
