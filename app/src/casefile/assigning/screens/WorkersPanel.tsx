import { Card, Stack } from '../../../design/components/layout.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { useHere } from '../../screens/use.tsx'
import { words } from '../../words.ts'
import { AssignedTable } from './AssignedTable.tsx'
import { AssignForm } from './AssignForm.tsx'

/** On a person's page: who is let work on this file by name. */
export function WorkersPanel({ child }: { child: string }) {
  const t = useWords(words)
  const { actor } = useHere()
  return (
    <Card title={t('assigning.on-child')}>
      <Stack gap={3}>
        <p className="soft small">{t('assigning.on-child.line')}</p>
        <AssignedTable file={child} />
        {actor?.profession === 'coordinator' ? <AssignForm file={child} scopes={['file']} /> : null}
      </Stack>
    </Card>
  )
}
