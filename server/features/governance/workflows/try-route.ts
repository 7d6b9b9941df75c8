import type { z } from 'zod'
import { unknownReference } from '#contract/refusal.ts'
import type { Route, RouteStage } from '#contract/workflows.ts'
import { checkGiven, findPeople, loadFacts, refuseGuest } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Db } from '#server/kernel/database/database.ts'
import type { Standing } from '#server/kernel/facts.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Draft } from '../approvals/draft.ts'
import { labelsOf } from '../approvals/labels.ts'
import { loadStructure } from '../approvals/load-structure.ts'
import { subjectOf } from '../approvals/read-facts.ts'
import { eligibleAt, resolveStage, standingsIn, type Eligible } from '../approvals/resolve-stage.ts'
import { routePost, type Routed } from '../approvals/route-post.ts'
import type { ChosenStage, KnownWorkflow } from '../domain/approvals/choose-stages.ts'
import { authorsAmong, type Situation } from '../domain/approvals/seats.ts'
import type { Input } from '../input.ts'
import { findUnmet } from '../training/find-unmet.ts'

type ShownRoute = z.infer<typeof Route>
type Wish = Input<'workflows', 'route'>

/** Who would have to approve this on each channel, and why. Saves nothing and tells nobody. */
export async function tryRoute(kernel: Kernel, actor: Actor, wish: Wish): Promise<{ items: ShownRoute[] }> {
  const { organisationId } = actor
  checkGiven(actor, wish)
  // Workflows of their own making, and other people's standing, would tell a guest who is who.
  if (wish.workflow !== undefined || (wish.authorId != null && wish.authorId !== actor.personId))
    refuseGuest(actor, 'posts.read')
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const authorId = wish.authorId ?? actor.personId
    const planner = await plannerOf(kernel, db, actor, authorId)
    const structure = await loadStructure(db, organisationId, kernel.clock.now())
    const standingOf = standingsIn(db, organisationId, { structure, now: kernel.clock.now() })
    const items: ShownRoute[] = []
    for (const channelId of wish.channelIds) {
      const routed = await routePost(kernel, db, draftOf(organisationId, channelId, authorId, wish), {
        planner,
        ...(wish.workflow === undefined ? {} : { workflows: [unsaved(wish.workflow)] }),
      })
      if (routed === null) throw unknownReference('channelIds')
      const subject = subjectOf(routed.place)
      items.push(
        await showRoute(db, organisationId, routed, {
          situation: { structure, authors: authorId === null ? [] : [authorId], unitPath: routed.place.unitPath },
          eligible: eligibleAt(standingOf, subject),
        }),
      )
    }
    return { items }
  })
}

const UNSAVED = '00000000-0000-0000-0000-000000000000'

function unsaved({ title, conditions, stages }: NonNullable<Wish['workflow']>): KnownWorkflow {
  return { id: UNSAVED, number: 0, title, conditions, stages }
}

/** With the rights of whoever would plan it: the one who asks, or the author that was named. */
async function plannerOf(kernel: Kernel, db: Db, actor: Actor, authorId: string | null): Promise<Standing> {
  if (authorId === null || authorId === actor.personId) return actor
  const person = await db
    .selectFrom('organisation_people')
    .select('role')
    .where('organisation_id', '=', actor.organisationId)
    .where('id', '=', authorId)
    .executeTakeFirst()
  if (person === undefined) throw unknownReference('authorId')
  const facts = await loadFacts(db, actor.organisationId, authorId, { now: kernel.clock.now(), findUnmet })
  return { role: person.role as Standing['role'], scopes: null, facts }
}

function draftOf(organisationId: string, channelId: string, authorId: string | null, wish: Wish): Draft {
  return {
    organisationId,
    postId: null,
    channelId,
    campaignId: wish.campaignId,
    title: wish.title,
    language: wish.language,
    parts: wish.parts.map(({ text, pictures }) => ({
      text,
      pictures: pictures.map(({ altText }) => ({ id: '', altText })),
    })),
    plannedOn: wish.plannedOn,
    authorId,
  }
}

interface Looking {
  readonly situation: Situation
  readonly eligible: Eligible
}

async function showRoute(db: Db, organisationId: string, routed: Routed, looking: Looking): Promise<ShownRoute> {
  const stages: z.infer<typeof RouteStage>[] = []
  for (const stage of routed.stages) stages.push(await showStage(db, organisationId, stage, looking))
  return {
    channelId: routed.place.channelId,
    needed: stages.length > 0,
    workflow:
      routed.workflow === null
        ? null
        : { id: routed.workflow.id, title: routed.workflow.title, number: routed.workflow.number },
    stages,
    blocking: routed.findings.filter(({ severity, waived }) => severity === 'block' && !waived).length,
  }
}

async function showStage(
  db: Db,
  organisationId: string,
  stage: ChosenStage,
  { situation, eligible }: Looking,
): Promise<z.infer<typeof RouteStage>> {
  const { asks, unable, gap } = await resolveStage(stage, situation, eligible, { escalated: false, decided: [] })
  const authors = [...new Set(stage.approvers.flatMap((approver) => authorsAmong(approver, situation)))]
  const people = await findPeople(db, organisationId, [
    ...authors,
    ...unable,
    ...asks.flatMap(({ personId, insteadOf }) => [personId, insteadOf]),
  ])
  const labels = await labelsOf(db, organisationId, stage.approvers)
  const named = (id: string) => people.get(id) ?? { id, name: '' }
  return {
    kind: stage.kind,
    name: stage.name,
    need: stage.need,
    reasons: stage.reasons.map(({ kind, params }) => ({ kind, params: { ...params } })),
    people: asks.map(({ personId, entries, via, insteadOf }) => {
      const approver = stage.approvers[entries[0] ?? 0]
      return {
        person: named(personId),
        as:
          approver === undefined
            ? { kind: 'release' as const, label: '' }
            : { kind: approver.kind, label: labels(approver) },
        via,
        insteadOf: insteadOf === null ? null : named(insteadOf),
      }
    }),
    authors: authors.map(named),
    unable: unable.map(named),
    gap,
    deadlineHours: stage.deadlineHours,
  }
}
