export const PERIODS = ['month', 'quarter', 'year'] as const
export type Period = (typeof PERIODS)[number]

/** The period named in the address; the quarter where none or an unknown one is named. */
export function readPeriod(text: string | undefined): Period {
  return PERIODS.find((period) => period === text) ?? 'quarter'
}
