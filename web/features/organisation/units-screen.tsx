import { Switch } from '@mantine/core'
import { IconPlus, IconSitemap } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Card } from '#web/ui/card.tsx'
import { Empty } from '#web/ui/empty.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { OrganiseTabs } from './organise-tabs.tsx'
import { everyUnit } from './structure-records.ts'
import { EditUnit } from './units/edit-unit.tsx'
import { NewUnit } from './units/new-unit.tsx'
import { UnitTree } from './units/unit-tree.tsx'

/** The units as a tree; each opens at the side with its details and positions. */
export function UnitsScreen() {
  const { t } = useTranslation('units')
  const units = useQuery(everyUnit)
  const [chosen, setChosen] = useState<string | null>(null)
  const [closed, setClosed] = useState(false)
  const all = units.data?.items ?? []
  const root = all.find((unit) => unit.parentId === null)
  const unit = all.find((one) => one.id === chosen)
  const shown = all.filter((one) => closed || one.closedAt === null)
  const anyClosed = all.some((one) => one.closedAt !== null)
  const leave = () => setChosen(null)
  const add = (
    <AllowedButton
      action="structure.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setChosen('new')}
    >
      {t('unit.add')}
    </AllowedButton>
  )
  return (
    <Page title={t('title')} actions={add}>
      <OrganiseTabs />
      <Card
        title={t('tree')}
        pad={false}
        end={
          anyClosed && (
            <Switch
              size="xs"
              label={t('show-closed')}
              checked={closed}
              onChange={(event) => setClosed(event.currentTarget.checked)}
            />
          )
        }
      >
        <Loaded query={units} skeleton={6}>
          {() => (
            <>
              <UnitTree units={shown} parentId={null} onChoose={(one) => setChosen(one.id)} />
              {all.length === 1 && (
                <Empty icon={IconSitemap} title={t('empty')} text={t('empty.text')} example={t('empty.example')} />
              )}
            </>
          )}
        </Loaded>
      </Card>
      <SideSheet
        opened={chosen !== null}
        onClose={leave}
        title={chosen === 'new' ? t('unit.new') : (unit?.name ?? '')}
        size={520}
      >
        {chosen === 'new' && root !== undefined && <NewUnit parentId={root.id} units={all} onDone={leave} />}
        {unit !== undefined && <EditUnit key={`${unit.id} ${unit.version}`} unit={unit} units={all} onDone={leave} />}
      </SideSheet>
    </Page>
  )
}
