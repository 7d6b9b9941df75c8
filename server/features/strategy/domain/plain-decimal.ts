/** A decimal without superfluous zeros and never `-0`: `012.500000` is `12.5`. Digits are kept exactly. */
export function plainDecimal(decimal: string): string {
  const [, sign = '', whole = '0', fraction = ''] = /^(-?)0*(\d+?)(?:\.(\d*?)0*)?$/.exec(decimal) ?? []
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return digits === '0' ? '0' : sign + digits
}
