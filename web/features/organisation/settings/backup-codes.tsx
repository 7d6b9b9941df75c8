import { Button, Group, Stack, Text } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './backup-codes.module.css'

interface BackupCodesProps {
  readonly codes: readonly string[]
  readonly onClose: () => void
}

/** The codes for the day the phone is lost. Shown once; they can be taken along as a text file. */
export function BackupCodes({ codes, onClose }: BackupCodesProps) {
  const { t } = useTranslation('organisation')
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(`${codes.join('\n')}\n`)}`
  return (
    <Stack gap={16}>
      <Text size="sm" c="var(--text-2)">
        {t('second.codes-text')}
      </Text>
      <ul className={classes.codes} aria-label={t('second.codes')}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <Group justify="flex-end" gap={8}>
        <Button
          component="a"
          href={file}
          download="tutti-backup-codes.txt"
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.5} aria-hidden />}
        >
          {t('second.save-codes')}
        </Button>
        <Button onClick={onClose}>{t('second.kept')}</Button>
      </Group>
    </Stack>
  )
}
