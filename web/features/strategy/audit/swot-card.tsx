import { ActionIcon } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { IconListCheck, IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { QUADRANTS } from '#contract/swot.ts'
import { api, orpc } from '#web/kernel/client.ts'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useProblemText } from '#web/ui/refusal-text.ts'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { announce } from '#web/ui/toast.tsx'
import { refreshStrategy } from '../refresh-strategy.ts'
import { MakeTask } from './make-task.tsx'
import type { Quadrant, SwotLine } from './records.ts'
import { SwotForm } from './swot-form.tsx'
import classes from './audit.module.css'

type Open =
  | { readonly kind: 'new'; readonly quadrant: Quadrant }
  | { readonly kind: 'edit' | 'task'; readonly line: SwotLine }

/** Strengths and weaknesses inside, opportunities and threats outside, each with what it rests on. */
export function SwotCard() {
  const { t } = useTranslation('accounts')
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const query = useQuery(orpc.strategy.audit.swot.list.queryOptions())
  return (
    <Card title={t('swot')}>
      <p className={classes.quiet}>{t('swot.explain')}</p>
      <Loaded query={query}>
        {({ items }) => (
          <div className={classes.swot}>
            {QUADRANTS.map((quadrant) => (
              <section key={quadrant} className={`${classes.quadrant} ${classes[quadrant]}`} aria-labelledby={quadrant}>
                <h3 id={quadrant}>{t(`swot.${quadrant}`)}</h3>
                <p className={classes.quiet}>{t(`swot.${quadrant}.ask`)}</p>
                <ul>
                  {items
                    .filter((line) => line.quadrant === quadrant)
                    .map((line) => (
                      <Line key={line.id} line={line} onOpen={setOpen} />
                    ))}
                </ul>
                <div>
                  <AllowedButton
                    action="goals.change"
                    size="xs"
                    variant="default"
                    onClick={() => setOpen({ kind: 'new', quadrant })}
                  >
                    {t(`swot.${quadrant}.add`)}
                  </AllowedButton>
                </div>
              </section>
            ))}
          </div>
        )}
      </Loaded>
      <SideSheet opened={open !== null} onClose={close} title={open?.kind === 'task' ? t('task.make') : t('swot')}>
        {open?.kind === 'new' && <SwotForm quadrant={open.quadrant} onDone={close} />}
        {open?.kind === 'edit' && <SwotForm quadrant={open.line.quadrant} line={open.line} onDone={close} />}
        {open?.kind === 'task' && (
          <MakeTask
            title={open.line.text}
            make={(wish) => api.strategy.audit.swot.task({ ...wish, id: open.line.id })}
            onDone={close}
          />
        )}
      </SideSheet>
    </Card>
  )
}

function Line({ line, onOpen }: { line: SwotLine; onOpen: (open: Open) => void }) {
  const { t } = useTranslation('accounts')
  const remove = useSwotRemoval()
  const mayChange = useMay('goals.change').because === ''
  const mayTask = useMay('plans.change').because === ''
  const { text } = line
  return (
    <li className={classes.line}>
      <span>{text}</span>
      <span>
        {mayTask && (
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('swot.task', { text })}
            onClick={() => onOpen({ kind: 'task', line })}
          >
            <IconListCheck size={16} stroke={1.5} aria-hidden />
          </ActionIcon>
        )}
        {mayChange && (
          <>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('swot.edit', { text })}
              onClick={() => onOpen({ kind: 'edit', line })}
            >
              <IconPencil size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${t('swot.remove')}: ${text}`}
              onClick={() => void remove(line)}
            >
              <IconTrash size={16} stroke={1.5} aria-hidden />
            </ActionIcon>
          </>
        )}
      </span>
      <span className={classes.links}>
        <EvidenceLinks line={line} />
        {line.tasks.map((task) => (
          <span key={task.id}>{t('task.there', { title: task.title })}</span>
        ))}
      </span>
    </li>
  )
}

function EvidenceLinks({ line }: { line: SwotLine }) {
  const { t } = useTranslation('accounts')
  if (line.evidence.length === 0) return <span className={classes.quiet}>{t('swot.evidence.none')}</span>
  return line.evidence.map(({ kind, id, url, title }) => {
    const key = `${kind} ${id ?? url ?? ''}`
    if (title === null)
      return (
        <span key={key} className={classes.quiet}>
          {t('swot.evidence.gone')}
        </span>
      )
    if (kind === 'account' && id !== null)
      return (
        <Link key={key} to="/strategy/audit/$accountId" params={{ accountId: id }} className="link">
          {title}
        </Link>
      )
    return url === null ? (
      <span key={key}>{title}</span>
    ) : (
      <a key={key} href={url} className="link" target="_blank" rel="noreferrer">
        {new URL(url).host}
      </a>
    )
  })
}

function useSwotRemoval() {
  const { t } = useTranslation('accounts')
  const queryClient = useQueryClient()
  const sentence = useProblemText()
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
      await refreshStrategy(queryClient)
    } catch (error) {
      announce(sentence(error), { tone: 'refused' })
    }
  }
  return ({ id, version }: SwotLine) =>
    attempt(async () => {
      await api.strategy.audit.swot.remove({ id }, { context: { version } })
      announce(t('swot.removed'), { undo: () => attempt(() => api.strategy.audit.swot.restore({ id })) })
    })
}
