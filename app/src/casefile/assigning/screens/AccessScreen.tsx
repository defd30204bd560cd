import { Card, Page, PageHeader, Stack } from '../../../design/components/layout.tsx'
import { DefinitionList } from '../../../design/components/lists.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { access, type Class, type Profession, professions } from '../../access.ts'
import { useHere } from '../../screens/use.tsx'
import { words } from '../../words.ts'

/** Who may see what, from the very table the walls are made of; one's own profession first. */
export function AccessScreen() {
  const t = useWords(words)
  const { actor } = useHere()
  const others = professions.filter((one) => one !== actor?.profession)
  return (
    <Page>
      <PageHeader title={t('access.title')} line={t('access.line')} />
      <Stack gap={4}>
        {actor ? <OfProfession profession={actor.profession} isMine /> : null}
        {others.map((profession) => (
          <OfProfession key={profession} profession={profession} />
        ))}
      </Stack>
    </Page>
  )
}

function OfProfession({ profession, isMine = false }: { profession: Profession; isMine?: boolean }) {
  const t = useWords(words)
  const { reads, records } = access[profession]
  const name = t(`profession.${profession}`)
  const named = (list: readonly Class[]) =>
    list.length ? list.map((what) => t(`access.class.${what}`)).join(' · ') : '—'
  return (
    <Card title={isMine ? t('access.mine', { profession: name }) : name}>
      <DefinitionList
        items={[
          { term: t('access.reads'), value: named(reads) },
          { term: t('access.records'), value: named(records.filter((what) => what !== 'opening')) },
        ]}
      />
    </Card>
  )
}
