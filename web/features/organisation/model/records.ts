import { queryOptions } from '@tanstack/react-query'
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { Contract } from '#contract/index.ts'
import type { Activity, OperatingModel, Part } from '#contract/actions.ts'
import { orpc } from '#web/kernel/client.ts'

type Outputs = InferContractRouterOutputs<Contract>['organisation']['model']
export type ModelInForce = Outputs['read']
export type ModelPreview = Outputs['preview']
export type MatrixRow = ModelInForce['rows'][number]
export type RightChange = ModelPreview['gains'][number]
export type ModelWish = InferContractRouterInputs<Contract>['organisation']['model']['preview']
export type CellPart = Part | 'none' | 'preset'

/** What is thought of but not in force: another model, and cells set in place of what it presets. */
export interface Draft {
  readonly model: OperatingModel | null
  readonly cells: readonly { readonly unitId: string; readonly activity: Activity; readonly part: CellPart }[]
  /** Whether cells set by hand before are given back to the model. */
  readonly clear: boolean
}

export const NOTHING: Draft = { model: null, cells: [], clear: false }

export const modelQuery = queryOptions(orpc.organisation.model.read.queryOptions())

/** A draft as the server takes it. */
export function wishOf({ model, cells, clear }: Draft): ModelWish {
  return {
    ...(model === null ? {} : { model }),
    ...(cells.length === 0 ? {} : { cells: [...cells] }),
    ...(clear ? { clear } : {}),
  }
}

export function isEmpty(draft: Draft): boolean {
  return draft.model === null && draft.cells.length === 0 && !draft.clear
}

/** What a draft would change. Asked of the server, which knows everybody's rights. */
export function previewQuery(draft: Draft) {
  return queryOptions({
    ...orpc.organisation.model.preview.queryOptions({ input: wishOf(draft) }),
    enabled: !isEmpty(draft),
    placeholderData: (before: ModelPreview | undefined) => before,
  })
}

/** The wish that brings a model back as it is now, with every cell set by hand. */
export function wishBack({ model, rows }: ModelInForce): ModelWish {
  return {
    model,
    clear: true,
    cells: rows.flatMap(({ unit, cells }) =>
      Object.entries(cells).flatMap(([activity, cell]) =>
        cell.byHand ? [{ unitId: unit.id, activity: activity as Activity, part: cell.part ?? ('none' as const) }] : [],
      ),
    ),
  }
}
