import { implement } from '@orpc/server'
import { contract } from '#contract/index.ts'
import { actorOf, type RequestContext } from '#server/kernel/http/request-context.ts'
import type { Kernel } from '#server/kernel/kernel.ts'
import { listHours } from './hours/list-hours.ts'
import { changeHours, logHours, removeHours, restoreHours } from './hours/write-hours.ts'
import { exportFile } from './imports/export-file.ts'
import { importFile, tryFile } from './imports/import-file.ts'
import { listLines, readLine } from './lines/list-lines.ts'
import { changeLine, createLine, removeLine, restoreLine } from './lines/write-line.ts'
import { listCostRates, removeCostRate, setCostRate } from './rates/cost-rates.ts'
import { listRates, removeRate, setRate } from './rates/write-rate.ts'
import { showBudget } from './show-budget.ts'
import { changeTool, createTool, listTools, readTool, removeTool, restoreTool } from './tools/write-tool.ts'

/** Binds the budget's part of the contract. */
export function budgetRoutes(kernel: Kernel) {
  const os = implement(contract.strategy.budget).$context<RequestContext>()
  return {
    show: os.show.handler(({ input, context }) => showBudget(kernel, actorOf(context), input)),
    lines: os.lines.handler(({ input, context }) => listLines(kernel, actorOf(context), input)),
    line: os.line.handler(({ input, context }) => readLine(kernel, actorOf(context), input.id)),
    createLine: os.createLine.handler(({ input, context }) => createLine(kernel, actorOf(context), input)),
    changeLine: os.changeLine.handler(({ input, context }) => changeLine(kernel, context, input)),
    removeLine: os.removeLine.handler(({ input, context }) => removeLine(kernel, context, input.id)),
    restoreLine: os.restoreLine.handler(({ input, context }) => restoreLine(kernel, actorOf(context), input.id)),
    rates: os.rates.handler(({ input, context }) => listRates(kernel, actorOf(context), input)),
    setRate: os.setRate.handler(({ input, context }) => setRate(kernel, actorOf(context), input)),
    removeRate: os.removeRate.handler(({ input, context }) => removeRate(kernel, context, input.id)),
    costRates: os.costRates.handler(({ input, context }) => listCostRates(kernel, actorOf(context), input)),
    setCostRate: os.setCostRate.handler(({ input, context }) => setCostRate(kernel, actorOf(context), input)),
    removeCostRate: os.removeCostRate.handler(({ input, context }) => removeCostRate(kernel, context, input.id)),
    hours: os.hours.handler(({ input, context }) => listHours(kernel, actorOf(context), input)),
    logHours: os.logHours.handler(({ input, context }) => logHours(kernel, actorOf(context), input)),
    changeHours: os.changeHours.handler(({ input, context }) => changeHours(kernel, context, input)),
    removeHours: os.removeHours.handler(({ input, context }) => removeHours(kernel, context, input.id)),
    restoreHours: os.restoreHours.handler(({ input, context }) => restoreHours(kernel, actorOf(context), input.id)),
    tools: os.tools.handler(({ input, context }) => listTools(kernel, actorOf(context), input)),
    tool: os.tool.handler(({ input, context }) => readTool(kernel, actorOf(context), input.id)),
    createTool: os.createTool.handler(({ input, context }) => createTool(kernel, actorOf(context), input)),
    changeTool: os.changeTool.handler(({ input, context }) => changeTool(kernel, context, input)),
    removeTool: os.removeTool.handler(({ input, context }) => removeTool(kernel, context, input.id)),
    restoreTool: os.restoreTool.handler(({ input, context }) => restoreTool(kernel, actorOf(context), input.id)),
    export: os.export.handler(({ input, context }) => exportFile(kernel, actorOf(context), input.list)),
    tryImport: os.tryImport.handler(({ input, context }) => tryFile(kernel, actorOf(context), input)),
    import: os.import.handler(({ input, context }) => importFile(kernel, actorOf(context), input)),
  }
}
