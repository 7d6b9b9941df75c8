import { Refusal } from '#contract/refusal.ts'
import type { Actor } from '#server/kernel/actor.ts'
import { change } from '#server/kernel/events/change.ts'
import { fromUnits, toUnits } from '../domain/decimal.ts'
import type { Needs } from '../needs.ts'
import { demandCredit } from '../see-post.ts'
import { creditClick } from './credit-click.ts'
import { showConversion } from './show-conversion.ts'
import { insertConversion } from './store-conversions.ts'

/** Clocks of shops are never quite right. */
const CLOCK_TOLERANCE_MS = 60_000

interface ConversionInput {
  readonly name: string
  readonly value: string
  readonly currency: string
  readonly occurredAt?: string | undefined
  readonly clickId?: string | null | undefined
  readonly link?: string | null | undefined
  readonly reference?: string | null | undefined
}

/**
 * Records a valued action and credits it to the last click. A negative value is a refund: it lowers the value and is not
 * counted as a conversion. Refuses a time in the future (`time.too-far`), an unknown click or link (`reference.unknown`) and
 * a reference that was recorded before (`record.exists`).
 */
export async function recordConversion(kernel: Needs, actor: Actor, input: ConversionInput) {
  const { organisationId } = actor
  const now = kernel.clock.now()
  const occurredAt = input.occurredAt === undefined ? now : new Date(input.occurredAt)
  if (occurredAt.getTime() > now.getTime() + CLOCK_TOLERANCE_MS) {
    throw new Refusal('time.too-far', {}, [{ path: 'occurredAt', code: 'time.too-far' }])
  }
  const { publicUrl } = kernel.config
  return change(kernel, actor, async ({ db, record }) => {
    const asked = { organisationId, publicUrl, occurredAt, clickId: input.clickId ?? null, link: input.link ?? null }
    const click = await creditClick(db, asked)
    await demandCredit(db, actor, click?.postId ?? null)
    const value = fromUnits(toUnits(input.value))
    const reference = input.reference ?? null
    const { name, currency } = input
    const conversion = {
      organisationId,
      id: kernel.clock.newId(),
      name,
      value,
      currency,
      occurredAt,
      reference,
      click,
      createdAt: now,
    }
    if (!(await insertConversion(db, conversion))) {
      throw new Refusal('record.exists', {}, [{ path: 'reference', code: 'record.exists' }])
    }
    record({
      verb: 'conversion.recorded',
      subject: { type: 'conversion', id: conversion.id, title: name },
      before: null,
      after: { value, currency, reference, occurredAt: occurredAt.toISOString(), postId: click?.postId ?? null },
    })
    return showConversion({
      ...conversion,
      clickId: click?.clickId ?? null,
      linkId: click?.linkId ?? null,
      postId: click?.postId ?? null,
      clickedAt: click?.clickedAt ?? null,
    })
  })
}
