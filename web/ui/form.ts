import { useForm } from '@mantine/form'
import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { asProblem } from '#web/kernel/client.ts'
import type { Problem } from '#web/kernel/client.ts'
import { useConfirm } from './confirm.tsx'
import { changesOf, dropDraft, fitDraft, keepDraft, readDraft } from './draft.ts'
import { partProblem } from './field-problems.ts'
import { useRefusalText } from './refusal-text.ts'

// Derived, since the package's own names for these types cannot be imported by their extensionless path.
type MantineForm<Values extends Fields> = ReturnType<typeof useForm<Values>>
type MantineOptions<Values extends Fields> = NonNullable<Parameters<typeof useForm<Values>>[0]>
type Fields = Record<string, unknown>

interface ProblemFormOptions<Values extends Fields> {
  readonly initialValues: Values
  /** Checks before anything is sent; the server checks again. */
  readonly validate?: MantineOptions<Values>['validate']
  /** Keeps what is typed in this tab under the name until it is saved: `objective:new`, `goal:<id>`. Never for passwords. */
  readonly draft?: string
  /** Off for forms whose loss costs nothing, such as a sign-in. */
  readonly guard?: boolean
}

/** A Mantine form with the server's refusals in it. Show `problem` above the buttons with `<ProblemNotice>`. */
export type ProblemForm<Values extends Fields> = MantineForm<Values> & {
  /** What no field could be blamed for; null while there is nothing to say. */
  readonly problem: Problem | null
  readonly sending: boolean
  /** Whether something typed earlier was brought back. */
  readonly restored: boolean
  /**
   * `<form onSubmit={form.submit(save, done)}>`: saves the values; refusals go to their fields, and the typed text stays.
   * After success the draft is dropped, nothing warns any more, and `done` may close or navigate.
   */
  readonly submit: <Result>(
    save: (values: Values) => Promise<Result>,
    done?: (result: Result) => unknown,
  ) => (event?: SyntheticEvent<HTMLFormElement>) => void
}

/** A form that never loses typed text: refusals are mapped to fields, leaving warns, a draft survives a reload. */
export function useProblemForm<Values extends Fields>({
  initialValues,
  validate,
  draft,
  guard = true,
}: ProblemFormOptions<Values>): ProblemForm<Values> {
  const sentence = useRefusalText()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [sending, setSending] = useState(false)
  const form = useForm<Values>({
    initialValues,
    ...(validate === undefined ? {} : { validate }),
    ...(draft === undefined
      ? {}
      : { onValuesChange: (values: Values) => keepDraft(draft, changesOf(initialValues, values)) }),
  })
  const restored = useDraft(form, initialValues, draft)
  const leave = useLeaveGuard(form, guard, draft)

  function refuse(error: unknown): void {
    const parted = partProblem(asProblem(error), Object.keys(initialValues))
    form.setErrors(Object.fromEntries(Object.entries(parted.byField).map(([path, field]) => [path, sentence(field)])))
    setProblem(parted.rest)
  }

  function submit<Result>(save: (values: Values) => Promise<Result>, done?: (result: Result) => unknown) {
    return form.onSubmit(
      async (values) => {
        setSending(true)
        setProblem(null)
        try {
          const result = await save(values)
          leave.allow()
          form.resetDirty()
          if (draft !== undefined) dropDraft(draft)
          done?.(result)
        } catch (error) {
          refuse(error)
        } finally {
          setSending(false)
        }
      },
      (errors) => focusFirst(form, errors),
    )
  }
  return { ...form, problem, sending, restored, submit }
}

/** Takes the person to the first field that is not right, so that keyboard and screen reader go on from there. */
function focusFirst<Values extends Fields>(form: MantineForm<Values>, errors: Readonly<Record<string, unknown>>): void {
  const [first] = Object.keys(errors)
  if (first !== undefined) form.getInputNode(first)?.focus()
}

/** Brings back, once, what was typed before a reload or after a sign-in. */
function useDraft<Values extends Fields>(
  form: MantineForm<Values>,
  initialValues: Values,
  draft: string | undefined,
): boolean {
  const [kept] = useState(() => (draft === undefined ? {} : fitDraft(initialValues, readDraft(draft))))
  const restored = Object.keys(kept).length > 0
  useEffect(() => {
    if (restored) form.setValues(kept)
    // Only on the first render: later the form knows better than the draft.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return restored
}

/** Asks before unsaved text is left behind, in the page and at the browser's own ways out. */
function useLeaveGuard<Values extends Fields>(
  form: MantineForm<Values>,
  guard: boolean,
  draft: string | undefined,
): { allow: () => void } {
  const { t } = useTranslation('ui')
  const confirm = useConfirm()
  const saved = useRef<Values | null>(null)
  const unsaved = () => guard && saved.current !== form.getValues() && form.isDirty()
  useBlocker({
    shouldBlockFn: async ({ current, next }) => {
      if (!unsaved() || current.pathname === next.pathname) return false
      const leaves = await confirm({
        title: t('leave.title'),
        consequence: t('leave.consequence'),
        action: t('leave.action'),
        cancel: t('leave.stay'),
      })
      if (leaves && draft !== undefined) dropDraft(draft)
      return !leaves
    },
    enableBeforeUnload: unsaved,
    withResolver: false,
  })
  return {
    allow: () => {
      saved.current = form.getValues()
    },
  }
}
