import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { recommend } from './domain/placement.ts'
import { endLine } from './lines/end-line.ts'
import { listHistory } from './lines/list-history.ts'
import { readChart } from './lines/read-chart.ts'
import { setLine } from './lines/set-line.ts'
import { listModels } from './model/list-models.ts'
import { previewModel } from './model/preview-model.ts'
import { setCell, setModel } from './model/set-model.ts'
import { showModel } from './model/show-model.ts'
import { createPlacement } from './placements/create-placement.ts'
import { listPlacements, readPlacement } from './placements/list-placements.ts'
import { applyPlacement, proposePlacement, removePlacement, withdrawPlacement } from './placements/propose-placement.ts'

/** Binds reporting lines, operating model and placement advisor. */
export function modelRoutes(kernel: Kernel) {
  const os = implement(contract.organisation).$context<RequestContext>()
  return {
    lines: {
      chart: os.lines.chart.handler(({ input, context }) => readChart(kernel, actorOf(context), input.on)),
      set: os.lines.set.handler(({ input, context }) => setLine(kernel, actorOf(context), input)),
      end: os.lines.end.handler(({ input, context }) => endLine(kernel, actorOf(context), input)),
      history: os.lines.history.handler(({ input, context }) => listHistory(kernel, actorOf(context), input)),
    },
    model: {
      read: os.model.read.handler(({ context }) => {
        const { organisationId } = actorOf(context)
        return kernel.database.inOrganisation(organisationId, (db) => showModel(db, organisationId))
      }),
      history: os.model.history.handler(({ input, context }) => listModels(kernel, actorOf(context), input)),
      preview: os.model.preview.handler(({ input, context }) => previewModel(kernel, actorOf(context), input)),
      set: os.model.set.handler(({ input, context }) => setModel(kernel, context, input)),
      setCell: os.model.setCell.handler(({ input, context }) => setCell(kernel, actorOf(context), input)),
      clearCell: os.model.clearCell.handler(({ input, context }) =>
        setCell(kernel, actorOf(context), { ...input, part: undefined }),
      ),
    },
    placements: {
      evaluate: os.placements.evaluate.handler(({ input }) => recommend(input.answers, input.weights ?? {})),
      list: os.placements.list.handler(({ input, context }) => listPlacements(kernel, actorOf(context), input)),
      read: os.placements.read.handler(({ input, context }) => readPlacement(kernel, actorOf(context), input.id)),
      create: os.placements.create.handler(({ input, context }) => createPlacement(kernel, actorOf(context), input)),
      propose: os.placements.propose.handler(({ input, context }) => proposePlacement(kernel, context, input.id)),
      withdraw: os.placements.withdraw.handler(({ input, context }) => withdrawPlacement(kernel, context, input.id)),
      apply: os.placements.apply.handler(({ input, context }) => applyPlacement(kernel, context, input)),
      remove: os.placements.remove.handler(({ input, context }) => removePlacement(kernel, context, input.id)),
    },
  }
}
