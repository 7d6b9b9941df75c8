import type { Kpi, KpiRequest } from '../records.ts'

/** What the form of a KPI holds while it is typed. */
export type KpiValues = {
  name: string
  meaning: string
  formula: string
  direction: string
  funnelStage: string
  notAfter: string | null
  reason: string
}

/** The values of a KPI that is there, or of a new one: empty, or with the formula of another. */
export function kpiValues(kpi: Kpi | undefined): KpiValues {
  return {
    name: kpi?.name ?? '',
    meaning: kpi?.meaning ?? '',
    formula: kpi?.formula ?? '',
    direction: kpi?.direction ?? 'up',
    funnelStage: kpi?.funnelStage ?? 'awareness',
    notAfter: kpi?.notAfter ?? null,
    reason: '',
  }
}

/** The values as the API takes them. */
export function kpiRequest(values: KpiValues): Required<KpiRequest> {
  const { name, meaning, formula, notAfter } = values
  return {
    name,
    meaning,
    formula,
    notAfter,
    direction: values.direction === 'down' ? 'down' : 'up',
    funnelStage: values.funnelStage as Kpi['funnelStage'],
  }
}
