import { expect } from 'vitest'
import { fillGovernance, type FilledGovernance } from './fill-governance.ts'
import { fillOrganisation, type FilledOrganisation } from './fill-organisation.ts'
import type { World } from './world.ts'

export interface Filled extends FilledOrganisation, FilledGovernance {
  readonly objectiveId: string
  readonly goalId: string
  readonly campaignId: string
  readonly pieceId: string
  readonly channelId: string
  readonly postId: string
  readonly deliveryId: string
  readonly mediaId: string
}

/** Makes a record through the API and gives its id. */
export type Make = (path: string, body: unknown) => Promise<string>

/** Makes records as the administrator; whatever is refused fails the test. */
export function makerOf(world: World): Make {
  return async (path, body) => {
    const answer = await world.admin.call('POST', `/api/v1/${path}`, body)
    expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201)
    return answer.id
  }
}

/** Made through the API as a person would: a chain from an objective to a planned post, and what governs it. */
export async function fillWorld(
  world: World,
  plannedAt = new Date(Date.now() + 3_600_000).toISOString(),
): Promise<Filled> {
  const make = makerOf(world)
  const objectiveId = await make('objectives', {
    title: 'Grow direct online revenue',
    perspective: 'financial',
    startsOn: '2026-01-01',
    endsOn: '2027-12-31',
  })
  const goalId = await make('goals', {
    title: '9,000 orders from social',
    objectiveIds: [objectiveId],
    kpi: 'conversions',
    baseline: 0,
    target: 9000,
    dueOn: '2027-06-30',
  })
  const campaignId = await make('campaigns', {
    title: 'First harvest',
    goalIds: [goalId],
    startsOn: '2026-11-01',
    endsOn: '2027-03-31',
  })
  const mediaId = await make('media', pictureForm('A red cherry on a branch'))
  const pieceId = await make('pieces', {
    title: 'From tree to cup',
    body: '# From tree to cup\n\nSee https://kavrela.example/harvest',
    campaignId,
    mediaIds: [mediaId],
  })
  const channelId = await make('channels', { platform: 'newsroom', name: 'Newsroom', settings: {} })
  await world.admin.call('PUT', `/api/v1/pieces/${pieceId}/variants/${channelId}`, {
    parts: [{ text: 'From tree to cup' }],
  })
  await world.admin.call('PUT', '/api/v1/direction', { vision: 'Coffee that people recommend', mission: 'Roast well' })
  const postId = await make('posts', {
    channelId,
    pieceId,
    text: 'From tree to cup: https://kavrela.example/harvest',
    media: [mediaId],
    plannedAt,
    timeZone: 'Europe/Istanbul',
  })
  const post = await world.admin.call('GET', `/api/v1/posts/${postId}`)
  await world.admin.call(
    'POST',
    '/api/v1/conversions',
    { value: '12.50', currency: 'EUR' },
    { 'idempotency-key': 'fill' },
  )
  return {
    ...(await fillOrganisation(world, make)),
    ...(await fillGovernance(world, make, { channelId, campaignId })),
    objectiveId,
    goalId,
    campaignId,
    pieceId,
    channelId,
    postId,
    deliveryId: String(post.at('delivery.id')),
    mediaId,
  }
}

/** A form with a real picture of one red pixel. */
export function pictureForm(altText: string): FormData {
  const form = new FormData()
  form.set('file', new File([Buffer.from(RED_PIXEL, 'base64')], 'red.png', { type: 'image/png' }))
  form.set('altText', altText)
  return form
}

const RED_PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='
