import { useTranslation } from 'react-i18next'
import { KPIS } from '#contract/strategy.ts'

export interface KpiWords {
  readonly name: string
  readonly meaning: string
  readonly formula: string
  readonly source: string
}

/** The words of a KPI by its id; one that the catalogue does not know shows its id. */
export function useKpiWords(): (id: string) => KpiWords {
  const { i18n } = useTranslation('strategy')
  // The id comes from the server, so the key cannot be checked when compiling; `exists` checks it here.
  const isKnown = (key: string): key is 'strategy:kpi.clicks' => i18n.exists(key)
  const text = (key: string, otherwise: string) => {
    const full = `strategy:${key}`
    return isKnown(full) ? i18n.t(full) : otherwise
  }
  return (id) => {
    const kpi = KPIS.find((candidate) => candidate.id === id)
    return {
      name: text(`kpi.${id}`, id),
      meaning: text(`kpi.${id}.meaning`, ''),
      formula: text(`kpi.${id}.formula`, kpi?.formula ?? ''),
      source: kpi === undefined ? '' : text(`source.${kpi.source}`, kpi.source),
    }
  }
}
