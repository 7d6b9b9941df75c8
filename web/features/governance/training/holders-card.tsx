import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api, orpc } from '#web/kernel/client.ts'
import { everyPage } from '#web/kernel/every-page.ts'
import { Card } from '#web/ui/card.tsx'
import { DataTable } from '#web/ui/data-table.tsx'
import type { Column } from '#web/ui/data-table.tsx'
import { Loaded } from '#web/ui/loaded.tsx'
import { useTextIn } from '../reading-language.ts'
import { CertificateBadge } from './certificate-badge.tsx'

/** Who holds which certificate, for those who change courses. */
export function HoldersCard() {
  const { t } = useTranslation('training')
  const inLanguage = useTextIn()
  const people = useQuery({
    queryKey: [...orpc.governance.training.certificates.key(), 'every'],
    queryFn: () => everyPage((page) => api.governance.training.certificates(page)),
  })
  return (
    <Loaded query={people}>
      {(all) => {
        const courses = all[0]?.courses ?? []
        if (courses.length === 0) return null
        const columns: Column<(typeof all)[number]>[] = [
          { key: 'name', head: t('holders.person'), cell: (person) => person.name },
          ...courses.map(({ courseId, title }) => ({
            key: courseId,
            head: inLanguage(title),
            cell: (person: (typeof all)[number]) => {
              const held = person.courses.find((course) => course.courseId === courseId)
              return held === undefined || held.state === 'none' ? (
                <span className="text-3">{t('holders.none')}</span>
              ) : (
                <CertificateBadge certificate={held} short />
              )
            },
          })),
        ]
        return (
          <Card title={t('holders')} pad={false}>
            <DataTable
              caption={t('holders')}
              columns={columns}
              rows={[...all].sort((one, other) => one.name.localeCompare(other.name))}
              rowKey={(person) => person.id}
            />
          </Card>
        )
      }}
    </Loaded>
  )
}
