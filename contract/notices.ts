import { z } from 'zod'
import { Id, Instant, Page, PageRequest } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Organisation'

export const Notice = z.object({
  id: Id,
  /** Names its sentence: `approval.asked`. */
  kind: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  subject: z.object({ type: z.string(), id: Id }),
  createdAt: Instant,
  readAt: Instant.nullable(),
})

export const notices = {
  list: route({
    method: 'GET',
    path: '/notices',
    may: 'signed-in',
    summary: 'What one should know of, newest first',
    tag,
  })
    .input(PageRequest)
    .output(Page(Notice).extend({ unread: z.number().int() })),
  markRead: route({
    method: 'POST',
    path: '/notices/reading',
    may: 'signed-in',
    summary: 'Mark notices as read; all of them where none is named',
    tag,
  })
    .input(z.object({ ids: z.array(Id).min(1).max(200).optional() }))
    .output(z.object({ unread: z.number().int() })),
}
