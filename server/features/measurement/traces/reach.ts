import { sql, type RawBuilder } from 'kysely'
import type { SubjectKind } from '../domain/trace.ts'

/** A sub-query that yields ids. */
export type Ids = RawBuilder<unknown>

/** What hangs together with a record: ids by kind, as sub-queries, so that reading them costs one query a kind. */
export type Reach = Readonly<Record<SubjectKind, Ids>>

/** Up from a record to the objectives it serves, and down to the posts that serve it. Posts that were cancelled do not count. */
export function reachFrom(organisationId: string, type: SubjectKind, id: string): Reach {
  const step = stepsIn(organisationId)
  const here = sql`select ${id}::uuid`
  const downFromCampaigns = (campaign: Ids) => ({
    campaign,
    piece: step.piecesOf(campaign),
    post: step.postsOf(campaign),
  })
  const upFromCampaigns = (campaign: Ids) => {
    const goal = step.goalsOver(campaign)
    return { campaign, goal, objective: step.objectivesOver(goal) }
  }
  switch (type) {
    case 'objective': {
      const goal = step.goalsUnder(here)
      return { objective: here, goal, ...downFromCampaigns(step.campaignsUnder(goal)) }
    }
    case 'goal':
      return { objective: step.objectivesOver(here), goal: here, ...downFromCampaigns(step.campaignsUnder(here)) }
    case 'campaign':
      return { ...upFromCampaigns(here), ...downFromCampaigns(here) }
    case 'piece':
      return { ...upFromCampaigns(step.campaignOfPiece(here)), piece: here, post: step.postsOfPiece(here) }
    case 'post':
      return { ...upFromCampaigns(step.campaignOfPost(here)), piece: step.pieceOfPost(here), post: here }
  }
}

/** The single steps of the way, each a sub-query over the ids of the step before. */
function stepsIn(organisation: string) {
  return {
    goalsUnder: (objectives: Ids): Ids =>
      sql`select goal_id from strategy_goal_objectives where organisation_id = ${organisation} and objective_id in (${objectives})`,
    objectivesOver: (goals: Ids): Ids =>
      sql`select objective_id from strategy_goal_objectives where organisation_id = ${organisation} and goal_id in (${goals})`,
    campaignsUnder: (goals: Ids): Ids =>
      sql`select campaign_id from content_campaign_goals where organisation_id = ${organisation} and goal_id in (${goals})`,
    goalsOver: (campaigns: Ids): Ids =>
      sql`select goal_id from content_campaign_goals where organisation_id = ${organisation} and campaign_id in (${campaigns})`,
    piecesOf: (campaigns: Ids): Ids =>
      sql`select id from content_pieces where organisation_id = ${organisation} and campaign_id in (${campaigns}) and removed_at is null`,
    postsOf: (campaigns: Ids): Ids =>
      sql`select id from publishing_posts where organisation_id = ${organisation} and campaign_id in (${campaigns})`,
    postsOfPiece: (pieces: Ids): Ids =>
      sql`select id from publishing_posts where organisation_id = ${organisation} and piece_id in (${pieces})`,
    campaignOfPiece: (pieces: Ids): Ids =>
      sql`select campaign_id from content_pieces where organisation_id = ${organisation} and id in (${pieces})`,
    campaignOfPost: (posts: Ids): Ids =>
      sql`select campaign_id from publishing_posts where organisation_id = ${organisation} and id in (${posts})`,
    pieceOfPost: (posts: Ids): Ids =>
      sql`select piece_id from publishing_posts where organisation_id = ${organisation} and id in (${posts})`,
  }
}
