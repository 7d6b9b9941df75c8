import { z } from 'zod'
import { Id } from './kinds.ts'
import { route } from './route.ts'

export const sample = {
  create: route({
    method: 'POST',
    path: '/sample',
    may: 'sample.change',
    summary: 'Make the sample organisation: a made-up company with half a year of work',
    tag: 'Sample',
    status: 201,
  }).output(z.object({ organisationId: Id })),
  remove: route({
    method: 'DELETE',
    path: '/sample',
    may: 'sample.change',
    summary: 'Remove the sample organisation and everything in it',
    tag: 'Sample',
  }).output(z.object({ removed: z.boolean() })),
}
