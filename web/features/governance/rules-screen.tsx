import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import { ImportPack } from './rules/import-pack.tsx'
import { PackForm } from './rules/pack-form.tsx'
import { PackList } from './rules/pack-list.tsx'
import { ReadyPacks } from './rules/ready-packs.tsx'
import { WaiverList } from './rules/waiver-list.tsx'
import classes from './governance.module.css'

type Sheet = 'new' | 'import' | null

/** What may be said where: the packs of brand and regions, those to begin with, and what was let pass. */
export function RulesScreen() {
  const { t } = useTranslation('rules')
  const [sheet, setSheet] = useState<Sheet>(null)
  const begin = (
    <AllowedButton
      action="rules.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setSheet('new')}
    >
      {t('pack.new')}
    </AllowedButton>
  )
  return (
    <Page
      title={t('title')}
      sub={t('intro')}
      actions={
        <>
          <AllowedButton
            action="rules.change"
            variant="default"
            icon={<IconUpload size={16} stroke={1.5} aria-hidden />}
            onClick={() => setSheet('import')}
          >
            {t('pack.import')}
          </AllowedButton>
          {begin}
        </>
      }
    >
      <GovernanceTabs />
      <div className={classes.columns}>
        <div>
          <PackList />
          <ReadyPacks />
        </div>
        <div>
          <WaiverList />
        </div>
      </div>
      <SideSheet
        opened={sheet !== null}
        onClose={() => setSheet(null)}
        title={t(sheet === 'import' ? 'pack.import' : 'pack.new.title')}
      >
        {sheet === 'import' ? (
          <ImportPack onDone={() => setSheet(null)} />
        ) : (
          <PackForm pack={null} onDone={() => setSheet(null)} />
        )}
      </SideSheet>
    </Page>
  )
}
