import { z } from 'zod'
import { ACTIONS, ACTIVITIES, OPERATING_MODELS, PARTS, ROLES, UNIT_KINDS } from './actions.ts'
import { Id, Instant, Line, Page, PageRequest, PersonReference, Version } from './kinds.ts'
import { route } from './route.ts'

const tag = 'Organisation'
const may = 'operating-model.change'
const Part = z.enum(PARTS)
const Cell = z.object({ unitId: Id, activity: z.enum(ACTIVITIES) })

export const MatrixRow = z.object({
  unit: z.object({
    id: Id,
    name: z.string(),
    kind: z.enum(UNIT_KINDS),
    parentId: Id.nullable(),
    centre: z.boolean(),
    depth: z.number().int(),
  }),
  /** `byHand`: set in place of what the model presets. */
  cells: z.record(z.enum(ACTIVITIES), z.object({ part: Part.nullable(), preset: Part, byHand: z.boolean() })),
})
export const ModelInForce = z.object({
  id: Id,
  model: z.enum(OPERATING_MODELS),
  since: Instant,
  setBy: PersonReference.nullable(),
  reason: z.string().nullable(),
  /** Grows by one with every model that was set. */
  version: Version,
  rows: z.array(MatrixRow),
})
/** A model, and cells in place of what it presets; `preset` gives a cell back to the model. */
const Wish = z.object({
  model: z.enum(OPERATING_MODELS).optional(),
  cells: z
    .array(Cell.extend({ part: z.enum([...PARTS, 'none', 'preset']) }))
    .max(500)
    .optional(),
  /** Gives every cell back to the model first. */
  clear: z.boolean().optional(),
})
export const RightChange = z.object({
  person: PersonReference,
  role: z.enum(ROLES),
  /** The uppermost units in which the right comes or goes; with all below them. */
  changes: z.array(
    z.object({
      action: z.enum(ACTIONS),
      units: z.array(z.object({ id: Id, name: z.string() })),
      /** Whether it also comes or goes for what belongs to no unit in particular. */
      elsewhere: z.boolean(),
    }),
  ),
})
export const ModelPreview = z.object({
  model: z.enum(OPERATING_MODELS),
  rows: z.array(MatrixRow),
  gains: z.array(RightChange),
  loses: z.array(RightChange),
  /** Posts not out yet in channels of units where approving or publishing changes hands. */
  waitingPosts: z.number().int(),
})

export const operatingModel = {
  read: route({
    method: 'GET',
    path: '/operating-model',
    may: 'people.read',
    summary: 'The model in force, and which unit has which part in which activity',
    tag,
  }).output(ModelInForce),
  history: route({
    method: 'GET',
    path: '/operating-model/history',
    may: 'people.read',
    summary: 'The models that were in force, newest first',
    tag,
  })
    .input(PageRequest)
    .output(Page(ModelInForce.omit({ version: true, rows: true }))),
  preview: route({
    method: 'POST',
    path: '/operating-model/preview',
    may: 'people.read',
    summary: 'Who would gain and who would lose which right; changes nothing',
    tag,
  })
    .input(Wish)
    .output(ModelPreview),
  set: route({
    method: 'PUT',
    path: '/operating-model',
    may,
    summary: 'Put a model in force, with the reason; tells those who gain or lose by it',
    tag,
  })
    .input(Wish.extend({ reason: Line(500) }))
    .output(ModelInForce),
  setCell: route({
    method: 'PUT',
    path: '/operating-model/cells/{unitId}/{activity}',
    may,
    summary: 'Give a unit a part of its own in an activity; null: none at all',
    tag,
  })
    .input(Cell.extend({ part: Part.nullable() }))
    .output(ModelInForce),
  clearCell: route({
    method: 'DELETE',
    path: '/operating-model/cells/{unitId}/{activity}',
    may,
    summary: 'Give a cell back to the model',
    tag,
  })
    .input(Cell)
    .output(ModelInForce),
}
