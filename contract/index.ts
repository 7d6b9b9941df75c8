import { content } from './content.ts'
import { governance } from './governance.ts'
import { installation } from './installation.ts'
import { measurement } from './measurement.ts'
import { organisation } from './organisation.ts'
import { publishing } from './publishing.ts'
import { sample } from './sample.ts'
import { session } from './session.ts'
import { strategy } from './strategy.ts'

/** Everything that may be asked of Tutti. Server, browser, public document and rights derive from it. */
export const contract = {
  installation,
  session,
  organisation,
  governance,
  strategy,
  content,
  publishing,
  measurement,
  sample,
}
export type Contract = typeof contract
