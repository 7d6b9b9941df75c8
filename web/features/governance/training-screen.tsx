import { Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '#web/kernel/session.tsx'
import { AllowedButton } from '#web/ui/allowed-button.tsx'
import { Page } from '#web/ui/page.tsx'
import { SideSheet } from '#web/ui/side-sheet.tsx'
import { GovernanceTabs } from './governance-tabs.tsx'
import { everyCourse } from './records.ts'
import { CourseList } from './training/course-list.tsx'
import { HoldersCard } from './training/holders-card.tsx'
import { LackingCard } from './training/lacking-card.tsx'
import { NewCourse } from './training/new-course.tsx'
import { NewRequirement } from './training/new-requirement.tsx'
import { RequirementsCard } from './training/requirements-card.tsx'
import classes from './governance.module.css'

/** My courses and certificates, what I still lack, and which rights depend on it. */
export function TrainingScreen() {
  const { t } = useTranslation('training')
  const [writing, setWriting] = useState<'course' | 'requirement' | null>(null)
  const courses = useQuery(everyCourse)
  const mayChange = useMay('courses.change').allowed
  const close = () => setWriting(null)
  const begin = (
    <AllowedButton
      action="courses.change"
      icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
      onClick={() => setWriting('course')}
    >
      {t('course.new')}
    </AllowedButton>
  )
  return (
    <Page title={t('title')} actions={<Group gap={8}>{begin}</Group>}>
      <GovernanceTabs />
      <div className={classes.stack}>
        <LackingCard />
        <CourseList query={courses} begin={begin} />
        <RequirementsCard onAdd={() => setWriting('requirement')} />
        {mayChange && <HoldersCard />}
      </div>
      <SideSheet
        opened={writing !== null}
        onClose={close}
        title={writing === 'requirement' ? t('requirement.new') : t('course.new')}
      >
        {writing === 'course' && <NewCourse onDone={close} />}
        {writing === 'requirement' && <NewRequirement onDone={close} />}
      </SideSheet>
    </Page>
  )
}
