import { useTranslation } from 'react-i18next'
import type { Kpi } from '../records.ts'

export interface KpiWords {
  readonly name: string
  /** What it counts, in a sentence. */
  readonly meaning: string
  /** The formula in words. */
  readonly formula: string
  readonly unit: string
  readonly stage: string
  readonly source: string
}

/** The words for a KPI: its own, or those that the catalogues have for one that comes with Tutti. */
export function useKpi(): (kpi: Kpi) => KpiWords {
  const { t, i18n } = useTranslation('strategy')
  const text = (key: string, otherwise: string) => {
    // The id comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
    const full = `strategy:${key}` as 'strategy:kpi.clicks'
    return i18n.exists(full) ? i18n.t(full) : otherwise
  }
  return (kpi) => ({
    name: kpi.name ?? text(`kpi.${kpi.id}`, kpi.id),
    meaning: kpi.meaning ?? text(`kpi.${kpi.id}.meaning`, ''),
    formula: text(`kpi.${kpi.id}.formula`, kpi.formula),
    unit: t(`unit.${kpi.unit}`),
    stage: t(`stage.${kpi.funnelStage}`),
    source: t(`source.${kpi.source}`),
  })
}
