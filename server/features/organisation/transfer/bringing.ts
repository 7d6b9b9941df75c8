import type { Role } from '#contract/actions.ts'
import type { ListKind } from '#contract/transfer.ts'
import type { Actor } from '#server/kernel/actor.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Change } from '#server/kernel/events/change.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import type { Sheet } from './sheet.ts'
import type { Structure } from './structure.ts'

/** An invitation that is open, with what it will give. */
export interface OpenInvitation {
  readonly id: string
  readonly name: string
  readonly role: Role
  positionIds: readonly string[]
  languages: readonly string[]
}

/** A list on its way in, inside one transaction. */
export interface Bringing {
  readonly kernel: Kernel
  readonly actor: Actor
  readonly work: Change
  readonly clock: Clock
  readonly organisationId: string
  readonly list: ListKind
  readonly sheet: Sheet
  readonly structure: Structure
  /** By e-mail address. */
  readonly invitations: Map<string, OpenInvitation>
  readonly count: (what: 'created' | 'changed' | 'unchanged') => void
  readonly invited: (invitation: { id: string; name: string; email: string; link: string; expiresAt: Date }) => void
  /** Called after each row: tells how far it is. */
  readonly step: () => Promise<void>
}
