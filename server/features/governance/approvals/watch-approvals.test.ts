import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Kernel } from '#server/kernel/kernel.ts'
import { openApproving, REVIEW, type Approving } from './test-approvals.ts'

let room: Approving
beforeEach(async () => {
  room = await openApproving()
  await room.addWorkflow([{ ...REVIEW, reminderHours: 4, deadlineHours: 24 }])
})
afterEach(() => room[Symbol.asyncDispose]())

/** How many transactions a look at everything that waits takes. */
async function transactionsOf(): Promise<number> {
  let count = 0
  const { kernel } = room.world
  const counting: Kernel = {
    ...kernel,
    database: {
      ...kernel.database,
      inOrganisation: (organisationId, work) => {
        count += 1
        return kernel.database.inOrganisation(organisationId, work)
      },
    },
  }
  await room.watch(counting)
  return count
}

it('looks at all waiting requests at once: many that need nothing cost as much as one', async () => {
  const plan = (place: number) => room.plan(room.author.caller, { text: `Post ${place}` })
  await plan(0)
  const one = await transactionsOf()
  for (let place = 1; place < 12; place += 1) await plan(place)
  expect([one, await transactionsOf()]).toEqual([1, 1])
})

it('still does for each what its time asks: reminds once, brings in the superior once', async () => {
  const post = await room.plan(room.author.caller)
  room.pass(4 * 60 + 1)
  await room.watch()
  await room.watch()
  expect((await room.noticesOf(room.reviewer)).filter((kind) => kind === 'approval.reminder')).toHaveLength(1)
  room.pass(20 * 60)
  await room.watch()
  await room.watch()
  expect((await room.noticesOf(room.strategist)).filter((kind) => kind === 'approval.escalated')).toHaveLength(1)
  const request = await room.requestOf(post.id)
  expect((request.at('stages.0.asked') as { via: string }[]).map(({ via }) => via).toSorted()).toEqual([
    'escalation',
    'named',
  ])
  expect(await transactionsOf()).toBe(1)
})

it('sees who has left and who has come in their place', async () => {
  const post = await room.plan(room.author.caller)
  await room.run('update organisation_people set active = false where id = $1', room.reviewer.personId)
  await room.watch()
  const request = await room.requestOf(post.id)
  expect(request.at('stages.0.asked.0.person.name')).toBe('Deniz')
})
