import { z } from 'zod'
import { AccountPlatform } from './audit-records.ts'
import { CRITERIA, DECISIONS, MOST_POINTS, MOST_WEIGHT } from './channel-criteria.ts'
import { Gone, Id, Instant, LocalDate, PersonReference, Prose, Version } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Channel choice'
const may = 'goals.change'

export const Criterion = z.enum(CRITERIA)
export const ChannelDecision = z.enum(DECISIONS)

const Points = z.partialRecord(Criterion, z.number().int().min(0).max(MOST_POINTS))
const Reasons = z.partialRecord(Criterion, Prose(500))
const Weights = z.record(Criterion, z.number().int().min(0).max(MOST_WEIGHT))
const Named = z.object({ id: Id, name: z.string() })

/** The smallest change of one weight that puts the lower of two neighbours first. */
export const WeightFlip = z.object({
  criterion: Criterion,
  from: z.number().int(),
  to: z.number().int(),
})

export const Choice = z.object({
  id: Id,
  platform: AccountPlatform,
  points: Points,
  reasons: Reasons,
  /** 0 to 100; null until every criterion that weighs anything has points. */
  score: z.number().nullable(),
  /** Its place among those that are scored, from 1; the same for equals. */
  place: z.number().int().nullable(),
  /** What each criterion brings to the score. */
  adds: z.partialRecord(Criterion, z.number()),
  missing: z.array(Criterion),
  /** What would put the next one before it; null where no single weight can, or nothing comes next. */
  flip: WeightFlip.extend({ platform: AccountPlatform }).nullable(),
  decision: ChannelDecision.nullable(),
  reason: z.string(),
  reviewOn: LocalDate.nullable(),
  decidedBy: PersonReference.nullable(),
  decidedAt: Instant.nullable(),
  /** The picture that it was decided on. */
  decidedOn: z
    .object({ score: z.number(), place: z.number().int(), of: z.number().int(), weights: Weights })
    .nullable(),
  targets: z.array(
    z.object({
      id: Id,
      postsPerWeek: z.number().int(),
      channel: Named.nullable(),
      owner: PersonReference.nullable(),
      startsOn: LocalDate,
      endsOn: LocalDate.nullable(),
    }),
  ),
  createdAt: Instant,
  version: Version,
})

const Share = z.object({
  target: z.number().int(),
  /** Still to go out in this week. */
  planned: z.number().int(),
  published: z.number().int(),
})
export const RhythmWeek = Share.extend({
  /** Monday and Sunday of the ISO week, where the organisation is. */
  startsOn: LocalDate,
  endsOn: LocalDate,
  /** As ISO 8601 names it: `2026-W48`. */
  week: z.string(),
  /** Whether it is over, running or to come. */
  when: z.enum(['past', 'now', 'to-come']),
})

const ById = z.object({ id: Id })

export const channelChoice = {
  list: route({
    method: 'GET',
    path: '/channel-choices',
    may: 'strategy.read',
    summary: 'Platforms by score, with the weights and what would change the order',
    tag,
  }).output(
    z.object({
      weights: Weights,
      weightsVersion: z.number().int(),
      items: z.array(Choice),
    }),
  ),
  show: route({
    method: 'GET',
    path: '/channel-choices/{id}',
    may: 'strategy.read',
    summary: 'One platform and what was decided about it',
    tag,
  })
    .input(ById)
    .output(Choice),
  setWeights: route({
    method: 'PUT',
    path: '/channel-weights',
    may,
    summary: 'Say what each criterion weighs, from 0 to 10',
    tag,
  })
    .input(z.object({ weights: Weights }))
    .output(z.object({ weights: Weights, weightsVersion: z.number().int() })),
  create: route({
    method: 'POST',
    path: '/channel-choices',
    may,
    summary: 'Put a platform up for choice',
    tag,
    status: 201,
  })
    .input(z.object({ platform: AccountPlatform, points: Points.default({}), reasons: Reasons.default({}) }))
    .output(Choice),
  change: route({
    method: 'PATCH',
    path: '/channel-choices/{id}',
    may,
    summary: 'Change the points of a platform and their reasons',
    tag,
  })
    .input(z.object({ id: Id, points: Points.optional(), reasons: Reasons.optional() }))
    .output(Choice),
  decide: route({
    method: 'POST',
    path: '/channel-choices/{id}/decision',
    may,
    summary: 'Decide to use, test, leave or close a platform, with the reason',
    tag,
  })
    .input(
      z.object({
        id: Id,
        decision: ChannelDecision,
        reason: Prose(2000).refine((text) => text.trim() !== '', { error: 'text.empty' }),
        reviewOn: LocalDate.nullable().optional(),
      }),
    )
    .output(Choice),
  setTargets: route({
    method: 'PUT',
    path: '/channel-choices/{id}/targets',
    may,
    summary: 'Set the channel plan: posts a week, by whom, from when on',
    tag,
  })
    .input(
      z.object({
        id: Id,
        items: z
          .array(
            z.object({
              postsPerWeek: z.number().int().min(1).max(500),
              channelId: Id.nullable().optional(),
              ownerId: Id.nullable().optional(),
              startsOn: LocalDate,
              endsOn: LocalDate.nullable().optional(),
            }),
          )
          .max(30),
      }),
    )
    .output(Choice),
  remove: route({
    method: 'DELETE',
    path: '/channel-choices/{id}',
    may,
    summary: 'Take a platform out of the choice',
    tag,
  })
    .input(ById)
    .output(Gone),
  restore: route({
    method: 'POST',
    path: '/channel-choices/{id}/restoration',
    may,
    summary: 'Put a removed platform up for choice again',
    tag,
  })
    .input(ById)
    .output(Choice),
  rhythm: route({
    method: 'GET',
    path: '/channel-rhythm',
    may: 'strategy.read',
    summary: 'Target against planned and published posts by ISO week',
    tag,
  })
    .input(
      z.object({
        /** Any day of the first week; this week where it is left out. */
        from: LocalDate.optional(),
        weeks: z.coerce.number().int().min(1).max(26).default(8),
        channelId: Id.optional(),
      }),
    )
    .output(
      z.object({
        platforms: z.array(
          z.object({
            platform: z.string(),
            choiceId: Id.nullable(),
            /** How many channels of it are connected: without one there is nothing to count. */
            channels: z.number().int(),
            weeks: z.array(RhythmWeek),
            /** Each target that somebody answers for, with the posts that this person wrote. */
            people: z.array(z.object({ person: PersonReference, weeks: z.array(Share) })),
          }),
        ),
      }),
    ),
}
