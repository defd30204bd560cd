import { nameIn } from '../../casefile/rules.ts'
import { No } from '../../casefile/screens/Answer.tsx'
import { words as casefileWords } from '../../casefile/words.ts'
import { Card, Link, Notice, Page, PageHeader, Spinner, useLanguage, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import { FindField } from './FindField.tsx'
import { FindHit } from './FindHit.tsx'
import { Nobody } from './FindList.tsx'
import { setFindText, useFindText } from './findText.ts'
import { type Found, pathOf, useFound } from './useFound.ts'
import './find.css'

const SHOWN = 50

/** Everything the box finds, on a page of its own. */
export function FindScreen() {
  const t = useWords(words)
  const say = useWords(casefileWords)
  const text = useFindText()
  const { answer, found, isSettled } = useFound(text, SHOWN)
  const count = found?.groups.flatMap((group) => group.people).length ?? 0
  const isAsked = text.trim() !== ''
  return (
    <Page>
      <PageHeader title={t('tracing.find.title')} line={t('tracing.find.help')} />
      <search className="find-page-field">
        <FindField value={text} onChange={setFindText} autoFocus />
      </search>
      <p className="soft" role="status">
        {isAsked && isSettled ? t('tracing.find.count', { n: count }) : ''}
      </p>
      {isAsked && answer.error ? <No problem={answer.error} /> : null}
      {isAsked && !found && answer.isPending ? <Spinner label={say('loading')} /> : null}
      {isAsked && found ? <Everything found={found} /> : null}
    </Page>
  )
}

function Everything({ found }: { found: Found }) {
  const t = useWords(words)
  const language = useLanguage()
  return (
    <>
      {found.anySpelling ? null : <Notice kind="waiting" title={t('tracing.find.exact-for-now')} />}
      {found.groups.length === 0 ? <Nobody nothing={found.nothing} /> : null}
      {found.groups.map((group) => (
        <Card
          key={group.operation ?? ''}
          title={group.names ? nameIn(group.names, language).text : t('tracing.find.elsewhere')}
        >
          <ul className="find-page-list">
            {group.people.map((person) => (
              <li key={person.id}>
                <Link href={pathOf(person)}>
                  <span className="find-hit">
                    <FindHit person={person} />
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      ))}
    </>
  )
}
