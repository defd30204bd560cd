import type { fieldSentence } from '../../casefile/screens/Answer.tsx'
import { Button, Row, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { AskChild, type ChildDraft, emptyChild } from './AskChild.tsx'

const MOST_PEOPLE = 12

type Props = {
  people: ChildDraft[]
  onChange: (people: ChildDraft[]) => void
  problem: Parameters<typeof fieldSentence>[0]
}

/** Everybody a form asks for, up to twelve. */
export function AskPeople({ people, onChange, problem }: Props) {
  const t = useWords(words)
  return (
    <>
      {people.map((child, at) => (
        <AskChild
          key={child.key}
          {...{ child, at, problem }}
          onChange={(changed) => onChange(people.map((one, index) => (index === at ? changed : one)))}
          onRemove={people.length > 1 ? () => onChange(people.toSpliced(at, 1)) : undefined}
        />
      ))}
      {people.length < MOST_PEOPLE ? (
        <Row>
          <Button kind="quiet" onPress={() => onChange([...people, emptyChild()])}>
            {t('tracing.ask.addChild')}
          </Button>
        </Row>
      ) : null}
    </>
  )
}
