import { useQuery } from '@tanstack/react-query'
import { IconChevronRight, IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ORPHAN_KINDS } from '#contract/cascade.ts'
import { orpc } from '#web/kernel/client.ts'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import type { Cascade } from '../plans/records.ts'
import { BranchLink } from './tree-row.tsx'
import classes from './cascade.module.css'

type Kind = (typeof ORPHAN_KINDS)[number]
const SHOWN = 20

/** Everything that serves nothing above it, by kind, and the objectives that nobody serves. */
export function OrphansCard({ orphans }: { readonly orphans: Cascade['orphans'] }) {
  const { t } = useTranslation('plans')
  const kinds = ORPHAN_KINDS.filter((kind) => orphans[kind] > 0)
  return (
    <Card title={t('orphans.title')} pad={false}>
      {kinds.length === 0 ? (
        <Empty icon={IconCircleCheck} title={t('orphans.none')} text={t('orphans.none.text')} />
      ) : (
        <ul className={classes.tree}>
          {kinds.map((kind) => (
            <OrphanKind key={kind} kind={kind} count={orphans[kind]} />
          ))}
        </ul>
      )}
    </Card>
  )
}

function OrphanKind({ kind, count }: { kind: Kind; count: number }) {
  const { t } = useTranslation('plans')
  const [open, setOpen] = useState(false)
  const query = useQuery(orpc.strategy.cascade.orphans.queryOptions({ input: { kind, limit: SHOWN }, enabled: open }))
  return (
    <li>
      <button type="button" className={classes.orphan} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={16} stroke={1.5} aria-hidden />
        {t(`orphans.${kind}`, { count })}
      </button>
      {open && (
        <Loaded query={query} skeleton={2}>
          {({ items, nextCursor }) => (
            <ul className={classes.list}>
              {items.map(({ id, title, owner }) => (
                <li key={id}>
                  <BranchLink branch={{ type: kind, id }}>{title}</BranchLink>
                  {owner !== null && <span className={classes.quiet}> {owner.name}</span>}
                </li>
              ))}
              {nextCursor !== null && <li className={classes.quiet}>{t('orphans.more', { count: SHOWN })}</li>}
            </ul>
          )}
        </Loaded>
      )}
    </li>
  )
}
