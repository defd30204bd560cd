import { Card, Page, PageHeader, Stack } from '../../../design/components/layout.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { useHere } from '../../screens/use.tsx'
import { words } from '../../words.ts'
import { AssignedTable } from './AssignedTable.tsx'
import { AssignForm } from './AssignForm.tsx'
import { Families } from './Families.tsx'

/** Who works on the chosen operation, on one of its families, on the children of a region. */
export function AssignmentsScreen() {
  const t = useWords(words)
  const { operation, actor } = useHere()
  if (!operation) return null
  return (
    <Page>
      <PageHeader title={t('assigning.title')} line={t('assigning.line')} />
      <Stack gap={4}>
        <Card title={t('assigning.on-operation')}>
          <Stack gap={4}>
            <AssignedTable file={operation} />
            {actor?.profession === 'coordinator' ? (
              <AssignForm file={operation} scopes={['operation', 'region']} />
            ) : null}
          </Stack>
        </Card>
        <Families operation={operation} />
      </Stack>
    </Page>
  )
}
