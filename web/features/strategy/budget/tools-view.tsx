import { useQuery } from '@tanstack/react-query'
import { IconPlus, IconTool } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useTime } from '#web/kernel/use-time.ts'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { useNumber } from '#web/ui/use-number.ts'
import classes from './budget.module.css'
import { everyTool } from './records.ts'
import type { Tool } from './records.ts'
import { ToolForm } from './tool-form.tsx'

/** Subscriptions with their days and prices. */
export function ToolsView() {
  const { t } = useTranslation('budget')
  const time = useTime()
  const number = useNumber()
  const [open, setOpen] = useState<Tool | 'new' | null>(null)
  const query = useQuery(everyTool)
  const add = (
    <AllowedButton
      action="budget.change"
      size="xs"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      {t('tool.new')}
    </AllowedButton>
  )
  return (
    <Card title={t('view.tools')} end={add} pad={false}>
      <Loaded query={query} skeleton={4}>
        {(tools) =>
          tools.length === 0 ? (
            <Empty icon={IconTool} title={t('tool.empty')} text={t('tool.empty.text')} />
          ) : (
            <DataTable
              caption={t('tool.caption')}
              rows={tools}
              rowKey={(tool) => tool.id}
              columns={[
                {
                  key: 'name',
                  head: t('tool.name'),
                  cell: (tool) => (
                    <span className={classes.lead}>
                      <button type="button" className={classes.open} onClick={() => setOpen(tool)}>
                        {tool.name}
                      </button>
                      <span className={classes.quiet}>
                        {[tool.campaign?.title, tool.plan?.title, tool.unit?.title].filter(Boolean).join(' · ')}
                      </span>
                    </span>
                  ),
                },
                {
                  key: 'price',
                  head: t('tool.price'),
                  number: true,
                  width: 120,
                  cell: ({ price, currency }) => number.money({ amount: price, currency }),
                },
                { key: 'cycle', head: t('tool.cycle'), width: 170, cell: ({ cycle }) => t(`cycle.${cycle}`) },
                {
                  key: 'runs',
                  head: t('tool.runs'),
                  width: 250,
                  cell: ({ startsOn, endsOn }) =>
                    endsOn === null ? `${time.day(startsOn)} – ${t('tool.ends.none')}` : time.days(startsOn, endsOn),
                },
              ]}
            />
          )
        }
      </Loaded>
      <SideSheet
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t(open === 'new' ? 'tool.new' : 'tool.edit')}
      >
        {open !== null && <ToolForm tool={open === 'new' ? undefined : open} onDone={() => setOpen(null)} />}
      </SideSheet>
    </Card>
  )
}
