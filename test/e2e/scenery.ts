import pg from 'pg'
import { expect } from 'vitest'
import type { CatalogueLanguage } from '#locales/index.ts'
import { pictureForm } from '../fill-world.ts'
import { PASSWORD, signIn, type Answer, type World } from '../world.ts'
import { speak } from './stage.ts'
import type { Records } from './screens.ts'

/** A person with a session, for calls beside the page. */
export interface Insider {
  readonly email: string
  readonly cookie: string
  readonly call: (method: string, path: string, body?: unknown) => Promise<Answer>
}

/** Signs somebody in for calls of their own. */
export async function insider(world: World, email: string): Promise<Insider> {
  const cookie = await signIn(world.request, email)
  return {
    email,
    cookie,
    call: (method, path, body) => world.stranger.call(method, `/api/v1/${path}`, body, { cookie }),
  }
}

/** Invites somebody, answers with the token of the link. */
export async function invite(world: World, email: string, name: string, role = 'administrator'): Promise<string> {
  const invited = await world.admin.call('POST', '/api/v1/invitations', { email, name, role })
  expect(invited.status, JSON.stringify(invited.body)).toBe(201)
  return String(invited.at('link')).split('/').at(-1) ?? ''
}

/** A second person of the organisation, joined by invitation. */
export async function join(
  world: World,
  email: string,
  name: string,
  language: CatalogueLanguage,
  role = 'administrator',
): Promise<Insider> {
  const token = await invite(world, email, name, role)
  const joined = await world.stranger.call('POST', `/api/v1/invitations/by-token/${token}/acceptance`, {
    name,
    password: PASSWORD,
    language,
    timeZone: 'Europe/Istanbul',
  })
  expect(joined.status, JSON.stringify(joined.body)).toBe(201)
  return insider(world, email)
}

/** Half a year of a made-up company's work for this person, who is taken there; with deliveries in trouble and a picture. */
export async function enterSample(world: World, person: Insider, language: CatalogueLanguage): Promise<Records> {
  const made = await person.call('POST', 'sample')
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const organisationId = String(made.at('organisationId'))
  const entered = await person.call('PATCH', 'session', { organisationId })
  expect(entered.status, JSON.stringify(entered.body)).toBe(200)
  await speak(world, person.cookie, language)
  await troubleDeliveries(world, organisationId)
  await person.call(
    'POST',
    'media',
    pictureForm(language === 'tr' ? 'Dalda kırmızı bir kiraz' : 'A red cherry on a branch'),
  )
  await person.call('POST', 'invitations', { email: `${language}@example.org`, name: 'Selin Aydın', role: 'officer' })
  await person.call('POST', 'api-keys', { name: 'Shop', scopes: ['conversions.record'] })
  const first = async (path: string) => String((await person.call('GET', path)).at('items.0.id'))
  return {
    objectiveId: await first('objectives'),
    goalId: await first('goals'),
    campaignId: await first('campaigns'),
    pieceId: await first('pieces'),
    postId: await first('deliveries?state=published'),
    planId: await first('plans?state=approved'),
    audienceId: await first('audiences'),
    accountId: await first('audit-accounts?platform=mastodon&whose=ours'),
    policyId: await first('policies'),
    courseId: await first('courses'),
    rulePackId: await first('rule-packs'),
    invitation: 'none',
    review: 'none',
    sharedPlan: await plantPlan(person),
  }
}

/** What the sample spares its reader: a delivery that failed and one that a person has to settle. */
async function troubleDeliveries({ connection }: World, organisationId: string): Promise<void> {
  const owner = new pg.Client(connection)
  await owner.connect()
  try {
    const { rows } = await owner.query<{ id: string }>(
      `select id from publishing_deliveries where organisation_id = $1 and state = 'published' order by due_at desc limit 2`,
      [organisationId],
    )
    const [unclear, failed] = rows
    await owner.query(
      `update publishing_deliveries set state = 'needs-person', reason = 'answer-lost', published_at = null, url = null, remote_id = null where organisation_id = $1 and id = $2`,
      [organisationId, unclear?.id],
    )
    await owner.query(
      `update publishing_deliveries set state = 'failed', reason = 'content-rejected', words = 'Not today', published_at = null, url = null, remote_id = null where organisation_id = $1 and id = $2`,
      [organisationId, failed?.id],
    )
  } finally {
    await owner.end()
  }
}

/** One of each record with nothing below it, for the empty state of its screen. */
export async function plantBareRecords(person: Insider): Promise<Omit<Records, 'invitation'>> {
  const make = async (path: string, body: unknown) => {
    const made = await person.call('POST', path, body)
    expect(made.status, `${path}: ${JSON.stringify(made.body)}`).toBe(201)
    return made.id
  }
  const objectiveId = await make('objectives', {
    title: 'More orders from abroad',
    perspective: 'financial',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
  })
  const goalId = await make('goals', {
    title: '9,000 orders from social',
    objectiveIds: [],
    kpi: 'conversions',
    baseline: 0,
    target: 9000,
    dueOn: '2027-06-30',
  })
  const campaignId = await make('campaigns', {
    title: 'Spring roast',
    goalIds: [],
    startsOn: '2026-11-01',
    endsOn: '2027-03-31',
  })
  const pieceId = await make('pieces', { title: 'From tree to cup', body: '' })
  const channelId = await make('channels', { platform: 'newsroom', name: 'Kavrela News', settings: {} })
  const postId = await make('posts', {
    channelId,
    text: 'Soon',
    plannedAt: new Date(Date.now() + 86_400_000).toISOString(),
    timeZone: 'Europe/Istanbul',
  })
  const policyId = await make('policies', { starter: 'company' })
  const courseId = await make('courses', { ready: 'policy' })
  const rulePackId = await make('rule-packs', { kind: 'brand', title: 'Brand voice' })
  const audienceId = await make('audiences', { name: 'Mia, a regular guest' })
  const planId = await make('plans', {
    level: 'action',
    title: 'A guide a week',
    startsOn: '2026-11-01',
    endsOn: '2027-03-31',
  })
  const accountId = await make('audit-accounts', { platform: 'linkedin', handle: 'kavrela' })
  const review = await plantReview(make, person, channelId)
  const sharedPlan = await plantPlan(person)
  return {
    objectiveId,
    goalId,
    campaignId,
    pieceId,
    planId,
    audienceId,
    accountId,
    postId,
    policyId,
    courseId,
    rulePackId,
    review,
    sharedPlan,
  }
}

/** A plan with a version, and the token of the link to it. */
async function plantPlan(person: Insider): Promise<string> {
  await person.call('PUT', 'plan-document/starter', { starter: 'b2c' })
  await person.call('POST', 'plan-document/versions', { note: 'For the board' })
  const shared = await person.call('POST', 'plan-document/links', { number: 1, name: 'The board', budget: true })
  expect(shared.status, JSON.stringify(shared.body)).toBe(201)
  return String(shared.at('url')).split('/').at(-1) ?? ''
}

/** A post that waits for approval, and the token of the link for a reviewer from outside. */
async function plantReview(
  make: (path: string, body: unknown) => Promise<string>,
  person: Insider,
  channelId: string,
): Promise<string> {
  await make('workflows', {
    title: 'Health claims',
    conditions: [{ kind: 'contains', oneOf: ['health-claim'] }],
    stages: [{ name: 'Legal', approvers: [{ kind: 'role', role: 'administrator' }] }],
  })
  const waitingId = await make('posts', {
    channelId,
    text: 'It cures colds',
    plannedAt: new Date(Date.now() + 2 * 86_400_000).toISOString(),
    timeZone: 'Europe/Istanbul',
  })
  const asked = await person.call('GET', `posts/${waitingId}/approvals`)
  const made = await person.call('POST', `approvals/${String(asked.at('items.0.id'))}/links`, { name: 'A client' })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  return String(made.at('url')).split('/').at(-1) ?? ''
}
