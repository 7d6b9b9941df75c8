import type { SeedPlace } from './seed.ts'
import { asOwner } from './seed.ts'

export interface CascadeSize {
  readonly objectives: number
  readonly goals: number
  readonly posts: number
}

/**
 * A strategy as a large organisation has it: ten goals an objective, a plan with ten tasks for five goals, a campaign for ten;
 * posts over two years around now, of which half are out, a click for each second and a sale for each tenth of those. One in
 * twenty serves nothing.
 */
export async function seedCascade(place: SeedPlace, { objectives, goals, posts }: CascadeSize): Promise<void> {
  const { connection, organisationId: organisation, channelId } = place
  const plans = Math.ceil(goals / 5)
  const campaigns = Math.ceil(goals / 10)
  const id = (kind: string, number: string) =>
    `overlay(overlay(md5('${kind}' || (${number})::text) placing '4' from 13) placing '8' from 17)::uuid`
  await asOwner(connection, async (client) => {
    const run = (statement: string) => client.query(statement.replaceAll(':org', `'${organisation}'::uuid`))
    await run(`insert into strategy_objectives (organisation_id, id, title, perspective, starts_on, ends_on, created_at)
      select :org, ${id('o', 'n')}, 'Objective ' || n, (array['financial', 'customer', 'internal-process', 'learning-and-growth'])[1 + n % 4], current_date - 300, current_date + 30 + n % 300, now()
      from generate_series(1, ${objectives}) n`)
    await run(`insert into strategy_goals (organisation_id, id, title, kpi, baseline, target, starts_on, due_on, created_at)
      select :org, ${id('g', 'n')}, 'Goal ' || n, (array['clicks', 'conversions', 'posts-published'])[1 + n % 3], 0, 100 + n, current_date - 200, current_date + n % 300, now()
      from generate_series(1, ${goals}) n`)
    await run(
      `insert into strategy_goal_objectives select :org, ${id('g', 'n')}, ${id('o', `1 + n % ${objectives}`)} from generate_series(1, ${goals}) n where n % 20 <> 0`,
    )
    await run(`insert into strategy_plans (organisation_id, id, level, title, starts_on, ends_on, state, asked_budget, currency, created_at)
      select :org, ${id('p', 'n')}, 'tactical', 'Plan ' || n, current_date - 100, current_date + 100, (array['draft', 'proposed', 'approved'])[1 + n % 3], 1000 + n, 'EUR', now()
      from generate_series(1, ${plans}) n`)
    await run(
      `insert into strategy_plan_goals select :org, ${id('p', `1 + n / 5`)}, ${id('g', 'n')} from generate_series(1, ${goals - 5}) n where n % 100 > 4`,
    )
    await run(`insert into content_campaigns (organisation_id, id, title, starts_on, ends_on, created_at)
      select :org, ${id('c', 'n')}, 'Campaign ' || n, current_date - 100, current_date + 100, now() from generate_series(1, ${campaigns}) n`)
    await run(
      `insert into content_campaign_goals select :org, ${id('c', '1 + (n - 1) / 10')}, ${id('g', 'n')} from generate_series(1, ${goals}) n where n % 200 > 9`,
    )
    await run(`insert into strategy_tasks (organisation_id, id, plan_id, title, due_on, state, hours_planned, hours_actual, created_at)
      select :org, ${id('t', 'n')}, case when n % 20 <> 0 then ${id('p', `1 + n % ${plans}`)} end, 'Task ' || n, current_date - 180 + n % 360, (array['open', 'doing', 'done', 'done'])[1 + n % 4], 1 + n % 8, n % 9, now()
      from generate_series(1, ${plans * 10}) n`)
    await run(`insert into publishing_posts (organisation_id, id, channel_id, campaign_id, text, planned_at, time_zone, created_at)
      select :org, ${id('x', 'n')}, '${channelId}', case when n % 20 <> 0 then ${id('c', `1 + n % ${campaigns}`)} end, 'Post ' || n, now() - interval '1 year' + interval '2 years' * (n::float8 / ${posts}), 'UTC', now()
      from generate_series(1, ${posts}) n`)
    await run(`insert into publishing_deliveries (organisation_id, id, post_id, channel_id, state, due_at, published_at, token, content_hash, message)
      select :org, gen_random_uuid(), p.id, '${channelId}', case when p.planned_at < now() then 'published' else 'planned' end, p.planned_at, case when p.planned_at < now() then p.planned_at end, p.id::text, 'seed', '{}'
      from publishing_posts p where p.organisation_id = :org`)
    await run(`insert into measurement_links (organisation_id, id, code, target, post_id, channel_id, campaign_id, created_at)
      select :org, md5('l' || p.id::text)::uuid, 'b' || md5(p.id::text), 'https://kavrela.example/', p.id, '${channelId}', p.campaign_id, p.planned_at
      from publishing_posts p where p.organisation_id = :org and p.planned_at < now() and right(p.id::text, 1) in ('0', '2', '4', '6', '8', 'a', 'c', 'e')`)
    await run(`insert into measurement_clicks (organisation_id, id, link_id, post_id, at, visitor, robot)
      select :org, gen_random_uuid(), l.id, l.post_id, l.created_at + interval '1 hour', 'v', false from measurement_links l where l.organisation_id = :org`)
    await run(`insert into measurement_conversions (organisation_id, id, name, value, currency, occurred_at, click_id, link_id, post_id, created_at)
      select :org, gen_random_uuid(), 'order', 25, 'EUR', l.created_at + interval '2 hours', c.id, l.id, l.post_id, l.created_at
      from measurement_links l join measurement_clicks c on c.organisation_id = l.organisation_id and c.link_id = l.id where l.organisation_id = :org and right(l.post_id::text, 1) in ('0', '2', '4')`)
  })
}
