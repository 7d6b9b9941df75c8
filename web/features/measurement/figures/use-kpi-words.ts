import { useTranslation } from 'react-i18next'
import { KPIS } from '#contract/kpi-catalogue.ts'

export interface KpiWords {
  readonly name: string
  readonly meaning: string
  readonly formula: string
  readonly source: string
}

/** What a goal says itself of a KPI of the organisation's own. */
interface OwnKpi {
  readonly kpiName: string | null
  readonly formula: string
}

/** The words of a KPI by its id; one of the organisation's own has those that its goal brings along. */
export function useKpiWords(): (id: string, own?: OwnKpi) => KpiWords {
  const { i18n } = useTranslation('strategy')
  // The id comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
  const isKnown = (key: string): key is 'strategy:kpi.clicks' => i18n.exists(key)
  const text = (key: string, otherwise: string) => {
    const full = `strategy:${key}`
    return isKnown(full) ? i18n.t(full) : otherwise
  }
  return (id, own) => {
    const kpi = KPIS.find((candidate) => candidate.id === id)
    return {
      name: own?.kpiName ?? text(`kpi.${id}`, id),
      meaning: text(`kpi.${id}.meaning`, ''),
      formula: text(`kpi.${id}.formula`, kpi?.formula ?? own?.formula ?? ''),
      source: kpi === undefined ? '' : text(`source.${kpi.source}`, kpi.source),
    }
  }
}
