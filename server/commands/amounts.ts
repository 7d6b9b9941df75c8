/** A number of bytes for people: `12.3 MB`. */
export function bytesInWords(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB']
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  return `${step === 0 ? bytes : (bytes / 1000 ** step).toFixed(1)} ${units[step]}`
}

/** A number with its noun: `1 file`, `12,345 rows`. */
export function count(number: number, noun: string): string {
  const ending = number === 1 ? '' : 's'
  return `${number.toLocaleString('en')} ${noun}${ending}`
}

/** Says how far long work has come, at most every two seconds, and nothing about work that is quick. */
export function progress(say: (line: string) => void, now: () => number = Date.now): (line: () => string) => void {
  let last = now()
  return (line) => {
    if (now() - last < 2000) return
    last = now()
    say(`  ${line()}`)
  }
}
