import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import {
  Button,
  Checkbox,
  Dialog,
  RadioGroup,
  Row,
  Stack,
  showToast,
  TextField,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import type { Membership } from '../model.ts'
import { languageIn, professionIn } from '../saying.ts'
import { words } from '../words.ts'
import { casefile, evacuation } from './asking.ts'
import { spokenLanguages, teamProfessions } from './choices.ts'
import type { People } from './people.ts'
import { TickGroup } from './TickGroup.tsx'

/** Somebody new; a worker of the operation; or a member whose facts change. */
export type WhoJoins = { worker?: string; member?: Membership }

type Props = { operation: string; joins: WhoJoins; people: People; onClose: () => void }

const NOTHING: Membership = { professions: [], languages: [], canEscort: true, seatNeeded: true }

export function MemberDialog({ operation, joins, people, onClose }: Props) {
  const t = useWords(words)
  const [name, setName] = useState('')
  const [sex, setSex] = useState<'female' | 'male'>()
  const [member, setMember] = useState(joins.member ?? NOTHING)
  const joining = useJoining(operation, joins.worker, onClose)
  const isNamed = joins.worker !== undefined || (name.trim() !== '' && sex !== undefined)
  const save = () => joining.save({ ...member, ...(sex ? { sex } : {}) }, name, sex)
  const title = joins.worker
    ? t('evacuation.member-change-of', { who: people.nameOf(joins.worker) })
    : t('evacuation.member-new')
  return (
    <Dialog open wide onClose={onClose} title={title}>
      <Stack gap={3}>
        {joins.worker ? null : <NewPerson name={name} onName={setName} sex={sex} onSex={setSex} />}
        <MemberFields member={member} change={(part) => setMember({ ...member, ...part })} />
        <No problem={joining.problem} />
        <Row>
          <Button
            onPress={save}
            pending={joining.isPending}
            isDisabled={!isNamed || member.professions.length === 0}
          >
            {t('evacuation.save')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('evacuation.cancel')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}

/** Takes a worker onto the team; for somebody new a file is opened first, and only once however often it is tried. */
function useJoining(operation: string, worker: string | undefined, onDone: () => void) {
  const t = useWords(words)
  const language = useLanguage()
  const [made, setMade] = useState(worker)
  const describe = casefile.useDoing('describePerson')
  const set = evacuation.useDoing('setMember')
  const done = () => {
    showToast(t('evacuation.saved'))
    onDone()
  }
  const join = (id: string, member: Membership) =>
    set.mutate({ operation, worker: id, member }, { onSuccess: done })
  const save = (member: Membership, name: string, sex: 'female' | 'male' | undefined) => {
    if (made) return join(made, member)
    const description = { names: { [language]: name }, sex: sex ?? ('unknown' as const), birth: {} }
    const opened = ({ id }: { id: string }) => {
      setMade(id)
      join(id, member)
    }
    describe.mutate({ kind: 'worker', operation, description }, { onSuccess: opened })
  }
  return { save, problem: describe.error ?? set.error, isPending: describe.isPending || set.isPending }
}

type NewProps = {
  name: string
  onName: (name: string) => void
  sex: 'female' | 'male' | undefined
  onSex: (sex: 'female' | 'male') => void
}

function NewPerson({ name, onName, sex, onSex }: NewProps) {
  const t = useWords(words)
  const options = (['female', 'male'] as const).map((key) => ({ key, label: t(`evacuation.sex-${key}`) }))
  return (
    <>
      <TextField label={t('evacuation.member-name')} value={name} onChange={onName} />
      <RadioGroup label={t('evacuation.member-sex')} options={options} value={sex} onChange={onSex} />
    </>
  )
}

function MemberFields({
  member,
  change,
}: {
  member: Membership
  change: (part: Partial<Membership>) => void
}) {
  const t = useWords(words)
  const language = useLanguage()
  const withOwn = (known: readonly string[], own: string[]) => [...new Set([...known, ...own])]
  return (
    <>
      <TickGroup
        label={t('evacuation.professions')}
        options={withOwn(teamProfessions, member.professions).map((key) => ({
          key,
          label: professionIn(language, key),
        }))}
        chosen={member.professions}
        onChange={(professions) => change({ professions })}
      />
      <TickGroup
        label={t('evacuation.languages')}
        options={withOwn(spokenLanguages, member.languages).map((key) => ({
          key,
          label: languageIn(language, key),
        }))}
        chosen={member.languages}
        onChange={(languages) => change({ languages })}
      />
      <Checkbox checked={member.canEscort} onChange={(canEscort) => change({ canEscort })}>
        {t('evacuation.can-escort')}
      </Checkbox>
      <Checkbox checked={member.seatNeeded} onChange={(seatNeeded) => change({ seatNeeded })}>
        {t('evacuation.seat-needed')}
      </Checkbox>
    </>
  )
}
