/** What a value of a KPI is. A ratio is a plain quotient (0.3); percent counts in hundredths (30); a duration is in seconds. */
export const KPI_UNITS = ['count', 'money', 'percent', 'ratio', 'duration'] as const
export type KpiUnit = (typeof KPI_UNITS)[number]

export const FUNNEL_STAGES = ['awareness', 'consideration', 'conversion', 'loyalty'] as const
export const KPI_SOURCES = ['links', 'conversions', 'posts', 'platforms', 'budget', 'calendar'] as const
export type KpiSource = (typeof KPI_SOURCES)[number]
/** The kinds of organisation that there is a starting set of KPIs for. */
export const KPI_SETS = ['b2c', 'b2b', 'public-body', 'charity'] as const
export type KpiSet = (typeof KPI_SETS)[number]

export interface Metric {
  readonly id: string
  readonly unit: KpiUnit
  readonly source: KpiSource
}
/** What a formula may speak of. `engagements` is the sum of the five reactions; `cost` is what was booked in the budget; `time` is how long was counted so far. */
export const METRICS = [
  { id: 'posts', unit: 'count', source: 'posts' },
  { id: 'clicks', unit: 'count', source: 'links' },
  { id: 'conversions', unit: 'count', source: 'conversions' },
  { id: 'value', unit: 'money', source: 'conversions' },
  { id: 'cost', unit: 'money', source: 'budget' },
  { id: 'views', unit: 'count', source: 'platforms' },
  { id: 'engagements', unit: 'count', source: 'platforms' },
  { id: 'likes', unit: 'count', source: 'platforms' },
  { id: 'reposts', unit: 'count', source: 'platforms' },
  { id: 'replies', unit: 'count', source: 'platforms' },
  { id: 'quotes', unit: 'count', source: 'platforms' },
  { id: 'bookmarks', unit: 'count', source: 'platforms' },
  { id: 'time', unit: 'duration', source: 'calendar' },
] as const satisfies readonly Metric[]
export type MetricId = (typeof METRICS)[number]['id']

export interface StarterKpi {
  readonly id: string
  readonly edition: number
  readonly unit: KpiUnit
  readonly formula: string
  readonly denominator: string | null
  readonly direction: 'up' | 'down'
  readonly funnelStage: (typeof FUNNEL_STAGES)[number]
  readonly source: KpiSource
  /** The last day on which its metrics can be had; platforms withdraw some. */
  readonly notAfter: string | null
  readonly sets: readonly KpiSet[]
}

const kpi = (
  id: string,
  [formula, unit, denominator]: readonly [formula: string, unit: KpiUnit, denominator: string | null],
  [funnelStage, source]: readonly [StarterKpi['funnelStage'], KpiSource],
  sets: readonly KpiSet[],
): StarterKpi => ({
  id,
  edition: 1,
  unit,
  formula,
  denominator,
  direction: 'up',
  funnelStage,
  source,
  notAfter: null,
  sets,
})

/** The KPIs that come with Tutti. Names and explanations are in the catalogues under `kpi.<id>`. */
export const KPIS: readonly StarterKpi[] = [
  kpi('clicks', ['clicks', 'count', null], ['consideration', 'links'], ['b2c', 'b2b', 'public-body', 'charity']),
  kpi('conversions', ['conversions', 'count', null], ['conversion', 'conversions'], ['b2c', 'b2b', 'charity']),
  kpi('conversion-value', ['value', 'money', null], ['conversion', 'conversions'], ['b2c', 'charity']),
  kpi(
    'conversion-rate',
    ['percent(conversions / clicks)', 'percent', 'clicks'],
    ['conversion', 'conversions'],
    ['b2c', 'b2b', 'charity'],
  ),
  kpi('posts-published', ['posts', 'count', null], ['awareness', 'posts'], ['public-body']),
  kpi('engagements', ['engagements', 'count', null], ['awareness', 'platforms'], ['public-body', 'charity']),
  kpi(
    'engagements-per-post',
    ['engagements / posts', 'ratio', 'posts'],
    ['awareness', 'platforms'],
    ['b2c', 'public-body'],
  ),
  kpi('clicks-per-post', ['clicks / posts', 'ratio', 'posts'], ['consideration', 'links'], ['b2b', 'public-body']),
  kpi(
    'value-per-conversion',
    ['value / conversions', 'money', 'conversions'],
    ['conversion', 'conversions'],
    ['b2c', 'b2b', 'charity'],
  ),
  kpi('value-per-click', ['value / clicks', 'money', 'clicks'], ['conversion', 'conversions'], ['b2b']),
  kpi('value-per-post', ['value / posts', 'money', 'posts'], ['conversion', 'conversions'], ['b2c']),
  { ...kpi('cost', ['cost', 'money', null], ['awareness', 'budget'], ['public-body']), direction: 'down' },
  {
    ...kpi('cost-per-click', ['cost / clicks', 'money', 'clicks'], ['consideration', 'budget'], ['b2c', 'b2b']),
    direction: 'down',
  },
  {
    ...kpi(
      'cost-per-conversion',
      ['cost / conversions', 'money', 'conversions'],
      ['conversion', 'budget'],
      ['b2b', 'charity'],
    ),
    direction: 'down',
  },
  kpi('return-on-cost', ['percent((value - cost) / cost)', 'percent', 'cost'], ['conversion', 'budget'], ['b2c']),
  kpi(
    'posts-per-week',
    ['posts / (time / 1 week)', 'count', 'time / 1 week'],
    ['awareness', 'posts'],
    ['b2b', 'public-body'],
  ),
  kpi('views', ['views', 'count', null], ['awareness', 'platforms'], ['public-body', 'charity']),
  kpi(
    'engagement-rate',
    ['percent(engagements / views)', 'percent', 'views'],
    ['awareness', 'platforms'],
    ['b2c', 'public-body'],
  ),
  kpi('click-rate', ['percent(clicks / views)', 'percent', 'views'], ['consideration', 'platforms'], ['b2b']),
  kpi('replies', ['replies', 'count', null], ['loyalty', 'platforms'], ['b2b', 'public-body']),
  kpi(
    'reply-share',
    ['percent(replies / engagements)', 'percent', 'engagements'],
    ['loyalty', 'platforms'],
    ['public-body'],
  ),
  kpi('passed-on', ['reposts + quotes', 'count', null], ['loyalty', 'platforms'], ['b2c', 'charity']),
  kpi(
    'passed-on-share',
    ['percent((reposts + quotes) / engagements)', 'percent', 'engagements'],
    ['loyalty', 'platforms'],
    ['charity'],
  ),
]
export const KPI_IDS: readonly string[] = KPIS.map(({ id }) => id)
