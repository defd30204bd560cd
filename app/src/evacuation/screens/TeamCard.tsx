import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import { Button, Card, Notice, Row, Stack, useLanguage, useWords } from '../../design/kit.ts'
import { languageIn, listIn, professionIn } from '../saying.ts'
import { words } from '../words.ts'
import { evacuation, type Setup } from './asking.ts'
import { MemberDialog, type WhoJoins } from './MemberDialog.tsx'
import type { People } from './people.ts'
import { Who } from './Who.tsx'

type Props = { operation: string; setup: Setup; people: People }

/** Who is on the team and what each can do; workers of the operation who are not on it can be taken on. */
export function TeamCard({ operation, setup, people }: Props) {
  const t = useWords(words)
  const [chosen, setChosen] = useState<WhoJoins>()
  const on = new Set(setup.team.map(({ worker }) => worker))
  const others = people.all.filter(({ id, kind }) => kind === 'worker' && !on.has(id))
  return (
    <Card title={t('evacuation.team')}>
      {setup.team.length === 0 ? <Notice kind="empty" title={t('evacuation.team-none')} /> : null}
      <ul className="fly-list">
        {setup.team.map((one) => (
          <MemberRow
            key={one.worker}
            operation={operation}
            one={one}
            people={people}
            onChange={() => setChosen(one)}
          />
        ))}
      </ul>
      <Row>
        <Button kind="quiet" onPress={() => setChosen({})}>
          {t('evacuation.member-new')}
        </Button>
        {others.map(({ id }) => (
          <Button key={id} kind="quiet" onPress={() => setChosen({ worker: id })}>
            {t('evacuation.member-take', { who: people.nameOf(id) })}
          </Button>
        ))}
      </Row>
      {chosen ? (
        <MemberDialog
          operation={operation}
          joins={chosen}
          people={people}
          onClose={() => setChosen(undefined)}
        />
      ) : null}
    </Card>
  )
}

type RowProps = { operation: string; one: Setup['team'][number]; people: People; onChange: () => void }

function MemberRow({ operation, one: { worker, member }, people, onChange }: RowProps) {
  const t = useWords(words)
  const language = useLanguage()
  const set = evacuation.useDoing('setMember')
  const facts = [
    listIn(
      language,
      member.professions.map((code) => professionIn(language, code)),
    ),
    listIn(
      language,
      member.languages.map((code) => languageIn(language, code)),
    ),
    t(member.canEscort ? 'evacuation.escorts' : 'evacuation.escorts-not'),
  ]
  return (
    <li>
      <Stack gap={2}>
        <Row apart>
          <div>
            <strong>
              <Who id={worker} people={people} />
            </strong>
            <div className="soft small">{facts.filter(Boolean).join(' · ')}</div>
          </div>
          <Row>
            <Button kind="quiet" onPress={onChange}>
              {t('evacuation.member-change')}
            </Button>
            <Button
              kind="quiet"
              onPress={() => set.mutate({ operation, worker, leaves: true })}
              pending={set.isPending}
            >
              {t('evacuation.member-leaves')}
            </Button>
          </Row>
        </Row>
        <No problem={set.error} />
      </Stack>
    </li>
  )
}
