import { useRefusalText } from '#web/ui/refusal-text.ts'

/** What can be said before anything is sent. The server checks again. */
export function useFieldChecks() {
  const sentence = useRefusalText()
  return {
    said: (text: string) => (text.trim() === '' ? sentence({ code: 'text.empty' }) : null),
    after: (day: string | null, first: string) => {
      if (day === null) return sentence({ code: 'request.required' })
      return day < first ? sentence({ code: 'time.order' }) : null
    },
    positive: (value: number | string) => (Number(value) > 0 ? null : sentence({ code: 'money.not-a-number' })),
  }
}
