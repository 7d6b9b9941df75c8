import { z } from 'zod'
import { Id, Instant, Page, PageRequest } from './kinds.ts'
import { route } from './route.ts'

export const SUBJECTS = [
  'organisation',
  'person',
  'invitation',
  'api-key',
  'direction',
  'objective',
  'goal',
  'campaign',
  'piece',
  'media',
  'channel',
  'post',
  'delivery',
  'link',
  'conversion',
  'sample',
] as const
export const SubjectType = z.enum(SUBJECTS)
export type SubjectType = z.infer<typeof SubjectType>

export const Event = z.object({
  id: Id,
  position: z.number().int(),
  at: Instant,
  actor: z.object({ kind: z.enum(['person', 'api-key', 'system']), id: Id.nullable(), name: z.string() }),
  verb: z.string(),
  subject: z.object({ type: SubjectType, id: Id, title: z.string().nullable() }),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
})

export const governance = {
  events: route({
    method: 'GET',
    path: '/events',
    may: 'events.read',
    summary: 'What happened, newest first; of one record where named',
    tag: 'Governance',
  })
    .input(PageRequest.extend({ subjectType: SubjectType.optional(), subjectId: Id.optional() }))
    .output(Page(Event)),
}
