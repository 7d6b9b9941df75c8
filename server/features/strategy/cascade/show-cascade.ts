import { Temporal } from 'temporal-polyfill'
import { readOrganisation, may } from '#server/features/organisation/index.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { NOTHING, type Amounts, type Flow } from '../domain/effort.ts'
import { decimalOf } from '../domain/formula/rational.ts'
import { checkPeriod } from '../domain/period.ts'
import { plainDecimal } from '../domain/plain-decimal.ts'
import type { CascadeInput } from '../input.ts'
import { measureEffort } from './measure-effort.ts'
import { readRows } from './store-cascade.ts'
import type { Span } from './store-effort.ts'

/** The strategy in the light of what is done for it: by default in the running year of the organisation's calendar. */
export function showCascade(kernel: Kernel, actor: Actor, request: CascadeInput<'show'>) {
  const { organisationId } = actor
  return kernel.database.inOrganisation(organisationId, async (db) => {
    const { currency, time_zone: zone } = await readOrganisation(db, organisationId)
    const span = spanOf(request, zone, kernel.clock.now(), { organisationId, currency })
    const { aims, total, shares, orphans, flows, counts: counted } = await measureEffort(kernel.database, db, span)
    const { asked, granted, reviews, proposals, ...counts } = counted
    const listed = await readRows(db, organisationId, { search: request.search, limit: request.limit + 1 })
    return {
      from: span.from,
      to: span.to,
      currency,
      total: showAmounts(total),
      budget: may(actor, 'budget.read').allowed ? { asked: plainDecimal(asked), granted: plainDecimal(granted) } : null,
      counts: { ...counts, objectives: aims },
      proposals,
      reviews,
      orphans,
      objectives: listed.slice(0, request.limit).map(({ ownerId, ownerName, ...row }) => ({
        ...row,
        owner: ownerId !== null && ownerName !== null ? { id: ownerId, name: ownerName } : null,
        effort: showAmounts(shares.get(row.id) ?? NOTHING),
      })),
      more: listed.length > request.limit ? Math.max(1, aims - request.limit) : 0,
      flows: {
        hoursPlanned: showFlow(flows.hoursPlanned),
        hoursActual: showFlow(flows.hoursActual),
        posts: showFlow(flows.posts),
        value: showFlow(flows.value),
      },
    }
  })
}

function spanOf(
  request: CascadeInput<'show'>,
  zone: string,
  now: Date,
  rest: { readonly organisationId: string; readonly currency: string },
): Span {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(zone).toPlainDate()
  const from = request.from ?? today.with({ month: 1, day: 1 }).toString()
  const to = request.to ?? today.with({ month: 12, day: 31 }).toString()
  checkPeriod(from, to, 'to')
  const startOf = (day: Temporal.PlainDate) => new Date(day.toZonedDateTime(zone).epochMilliseconds)
  return {
    ...rest,
    from,
    to,
    fromInstant: startOf(Temporal.PlainDate.from(from)),
    toInstant: startOf(Temporal.PlainDate.from(to).add({ days: 1 })),
  }
}

function showAmounts(amounts: Amounts) {
  return {
    hoursPlanned: decimalOf(amounts.hoursPlanned),
    hoursActual: decimalOf(amounts.hoursActual),
    posts: decimalOf(amounts.posts),
    value: decimalOf(amounts.value),
  }
}

function showFlow(flow: Flow) {
  return {
    nodes: flow.nodes.map((node) => ({ ...node, amount: decimalOf(node.amount) })),
    links: flow.links.map((link) => ({ ...link, amount: decimalOf(link.amount) })),
  }
}
