import type { Problem, ProblemField } from '#web/kernel/client.ts'

/** `parts[0].text` and `parts/0/text` as the form writes them: `parts.0.text`. */
export function formPath(path: string): string {
  return path.replaceAll('[', '.').replaceAll(']', '').replaceAll('/', '.').replace(/^\.+/u, '')
}

/** Parts a problem into what belongs to a field of the form, and what has to be said for the whole form. */
export function partProblem(
  problem: Problem,
  fields: readonly string[],
): { readonly byField: Readonly<Record<string, ProblemField>>; readonly rest: Problem | null } {
  const byField: Record<string, ProblemField> = {}
  const homeless: ProblemField[] = []
  for (const field of problem.fields) {
    const path = formPath(field.path)
    if (fields.includes(path.split('.')[0] ?? '')) byField[path] ??= field
    else homeless.push(field)
  }
  const [first] = homeless
  if (first !== undefined) return { byField, rest: { ...problem, code: first.code, params: first.params } }
  return { byField, rest: Object.keys(byField).length > 0 ? null : problem }
}
