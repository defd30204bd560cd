import { type ReactNode, useEffect } from 'react'
import { Answer } from '../../casefile/screens/Answer.tsx'
import { useHere } from '../../casefile/screens/use.tsx'
import { Notice, Page, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { casefile, type ListedOperation, type Person } from './asking.ts'
import { type People, toPeople } from './people.ts'

/** A page about the chosen operation, or the newest where none was chosen, with the names of its people. */
export function OfOperation({
  children,
}: {
  children: (operation: ListedOperation, people: People) => ReactNode
}) {
  const t = useWords(words)
  const { operation, chooseOperation } = useHere()
  const listed = casefile.useAnswer('listOperations', {})
  const all = listed.data?.operations ?? []
  const chosen = all.find((one) => one.id === operation) ?? all[0]
  useEffect(() => {
    if (chosen && chosen.id !== operation) chooseOperation(chosen.id)
  }, [chosen, operation, chooseOperation])
  return (
    <Page>
      <Answer of={listed}>
        {() =>
          chosen ? (
            <WithPeople operation={chosen.id}>{(people) => children(chosen, people)}</WithPeople>
          ) : (
            <Notice kind="empty" title={t('evacuation.no-operation')} />
          )
        }
      </Answer>
    </Page>
  )
}

export function WithPeople({
  operation,
  children,
}: {
  operation: string
  children: (people: People) => ReactNode
}) {
  const answer = casefile.useAnswer('listPeople', { operation })
  return <Answer of={answer}>{({ people }) => <Known people={people}>{children}</Known>}</Answer>
}

function Known({ people, children }: { people: Person[]; children: (people: People) => ReactNode }) {
  const t = useWords(words)
  const { wire } = useHere()
  return <>{children(toPeople(people, wire.language, t('evacuation.unknown-person')))}</>
}
