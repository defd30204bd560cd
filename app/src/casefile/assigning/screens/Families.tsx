import { useState } from 'react'
import { Button } from '../../../design/components/Button.tsx'
import { Checkbox } from '../../../design/components/choices.tsx'
import { Card, Stack } from '../../../design/components/layout.tsx'
import { showToast } from '../../../design/components/toasts.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import type { ListedPerson, operations as people } from '../../operations.ts'
import { Answer, No } from '../../screens/Answer.tsx'
import { PersonName } from '../../screens/PersonName.tsx'
import { asking, useHere } from '../../screens/use.tsx'
import { words } from '../../words.ts'
import { AssignedTable } from './AssignedTable.tsx'
import { AssignForm } from './AssignForm.tsx'
import { casefile, type Family } from './asking.ts'

const files = asking<typeof people>('casefile')

/** The families of an operation, who is in each, and who works with all of them. */
export function Families({ operation }: { operation: string }) {
  const t = useWords(words)
  const families = casefile.useAnswer('listFamilies', { operation })
  const everybody = files.useAnswer('listPeople', { operation })
  const [isNew, setNew] = useState(false)
  return (
    <Card title={t('assigning.families')}>
      <p className="soft">{t('assigning.families.line')}</p>
      <Answer of={everybody}>
        {({ people }) => (
          <Answer of={families}>
            {(found) => (
              <Stack gap={4}>
                {found.families.length === 0 ? (
                  <p className="soft">{t('assigning.families.none')}</p>
                ) : (
                  found.families.map((family) => (
                    <One key={family.id} family={family} people={people} operation={operation} />
                  ))
                )}
                {isNew ? (
                  <MembersForm operation={operation} people={people} onDone={() => setNew(false)} />
                ) : (
                  <div>
                    <Button kind="quiet" onPress={() => setNew(true)}>
                      {t('assigning.family.new')}
                    </Button>
                  </div>
                )}
              </Stack>
            )}
          </Answer>
        )}
      </Answer>
    </Card>
  )
}

type OneProps = { family: Family; people: ListedPerson[]; operation: string }

function One({ family, people, operation }: OneProps) {
  const t = useWords(words)
  const { actor } = useHere()
  const [changes, setChanges] = useState(false)
  const members = people.filter(({ id }) => family.members.includes(id))
  return (
    <section className="family">
      <Stack gap={3}>
        <h3>
          {members.map((one, at) => (
            <span key={one.id}>
              {at ? ' · ' : ''}
              <PersonName names={one.names} child={one.id} />
            </span>
          ))}
        </h3>
        {changes ? (
          <MembersForm {...{ operation, people, family }} onDone={() => setChanges(false)} />
        ) : (
          <div>
            <Button kind="bare" onPress={() => setChanges(true)}>
              {t('assigning.family.change')}
            </Button>
          </div>
        )}
        <AssignedTable file={family.id} />
        {actor?.profession === 'coordinator' ? <AssignForm file={family.id} scopes={['family']} /> : null}
      </Stack>
    </section>
  )
}

type MembersProps = { operation: string; people: ListedPerson[]; family?: Family; onDone: () => void }

function MembersForm({ operation, people, family, onDone }: MembersProps) {
  const t = useWords(words)
  const describe = casefile.useDoing('describeFamily')
  const [members, setMembers] = useState<ReadonlySet<string>>(new Set(family?.members))
  const toggle = (id: string, isIn: boolean) => {
    const next = new Set(members)
    if (isIn) next.add(id)
    else next.delete(id)
    setMembers(next)
  }
  const save = () =>
    describe.mutate(
      { operation, family: family?.id, members: [...members] },
      {
        onSuccess: () => {
          showToast(t('assigning.family.saved', { count: members.size }))
          onDone()
        },
      },
    )
  return (
    <fieldset>
      <legend>{t('assigning.family.members')}</legend>
      <Stack gap={2}>
        <div className="family-choices">
          {people
            .filter(({ kind }) => kind !== 'worker')
            .map((one) => (
              <Checkbox key={one.id} checked={members.has(one.id)} onChange={(is) => toggle(one.id, is)}>
                <PersonName names={one.names} />
              </Checkbox>
            ))}
        </div>
        <div>
          <Button onPress={save} isDisabled={members.size === 0} pending={describe.isPending}>
            {t('assigning.family.save')}
          </Button>
        </div>
        <No problem={describe.error} />
      </Stack>
    </fieldset>
  )
}
