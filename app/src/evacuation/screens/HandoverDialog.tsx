import { useState } from 'react'
import { No } from '../../casefile/screens/Answer.tsx'
import {
  Button,
  Columns,
  Dialog,
  Row,
  Select,
  Stack,
  TextArea,
  TextField,
  useLanguage,
  useWords,
} from '../../design/kit.ts'
import type { Handover } from '../model.ts'
import { languageIn } from '../saying.ts'
import { words } from '../words.ts'
import { evacuation } from './asking.ts'
import { spokenLanguages } from './choices.ts'
import { toLines } from './counts.ts'
import type { People } from './people.ts'

type Props = {
  child: string
  team: string[]
  /** The act before: who gave and where is mostly the same for the next child. */
  last: Handover | undefined
  people: People
  onClose: () => void
}

/** The act of handing over, as it is written down on the spot. */
export function HandoverDialog({ child, team, last, people, onClose }: Props) {
  const t = useWords(words)
  const [draft, setDraft] = useState<Draft>(() => draftAfter(last))
  const give = evacuation.useDoing('handOver')
  const handover = toHandover(draft)
  const send = () => {
    if (!handover) return
    // No toast: the list says it, and on a phone it would lie over the next child's form.
    give.mutate({ child, handover }, { onSuccess: onClose })
  }
  const who = people.nameOf(child)
  return (
    <Dialog open wide onClose={onClose} title={t('evacuation.hand-over-of', { who })}>
      <Stack gap={3}>
        <Fields
          draft={draft}
          change={(part) => setDraft({ ...draft, ...part })}
          team={team}
          people={people}
        />
        <No problem={give.error} />
        <Row>
          <Button onPress={send} pending={give.isPending} isDisabled={!handover}>
            {t('evacuation.hand-over')}
          </Button>
          <Button kind="quiet" onPress={onClose}>
            {t('evacuation.cancel')}
          </Button>
        </Row>
      </Stack>
    </Dialog>
  )
}

type Draft = Record<
  'gaveName' | 'gaveOffice' | 'place' | 'belongings' | 'documents' | 'medicines' | 'witnesses' | 'language',
  string
> & { receivedBy: string | undefined }

const draftAfter = (last: Handover | undefined): Draft => ({
  ...{ gaveName: last?.gaveName ?? '', gaveOffice: last?.gaveOffice ?? '', place: last?.place ?? '' },
  ...{ belongings: '', documents: '', medicines: '', language: last?.language ?? 'ar' },
  ...{ witnesses: last?.witnesses.join('\n') ?? '', receivedBy: last?.receivedBy },
})

/** Undefined while something that every act must have is missing. */
function toHandover(draft: Draft): Handover | undefined {
  const { gaveName, gaveOffice, place, receivedBy, medicines, language } = draft
  const witnesses = toLines(draft.witnesses)
  if (!gaveName.trim() || !gaveOffice.trim() || !place.trim() || !receivedBy || witnesses.length === 0)
    return undefined
  return {
    ...{ gaveName, gaveOffice, place, receivedBy, language, witnesses },
    belongings: toLines(draft.belongings),
    documents: toLines(draft.documents),
    medicines: medicines.trim() || undefined,
  }
}

type FieldsProps = { draft: Draft; change: (part: Partial<Draft>) => void; team: string[]; people: People }

const lines = [
  ['gaveName', 'evacuation.gave-name'],
  ['gaveOffice', 'evacuation.gave-office'],
  ['place', 'evacuation.place'],
] as const

const areas = [
  ['belongings', 'evacuation.belongings', true],
  ['documents', 'evacuation.documents', true],
  ['medicines', 'evacuation.medicines', true],
  ['witnesses', 'evacuation.witnesses', false],
] as const

function Fields({ draft, change, team, people }: FieldsProps) {
  const t = useWords(words)
  const language = useLanguage()
  const members = team.map((key) => ({ key, label: people.nameOf(key) }))
  const languages = spokenLanguages.map((key) => ({ key, label: languageIn(language, key) }))
  const field = (key: (typeof lines | typeof areas)[number][0], label: keyof typeof words) => ({
    ...{ label: t(label), value: draft[key] },
    onChange: (text: string) => change({ [key]: text }),
  })
  return (
    <Columns least={14}>
      {lines.map(([key, label]) => (
        <TextField key={key} {...field(key, label)} />
      ))}
      <Select
        label={t('evacuation.received-by')}
        options={members}
        value={draft.receivedBy}
        onChange={(receivedBy) => change({ receivedBy })}
      />
      {areas.map(([key, label, optional]) => (
        <TextArea key={key} {...field(key, label)} rows={3} optional={optional} />
      ))}
      <Select
        label={t('evacuation.spoken')}
        options={languages}
        value={draft.language}
        onChange={(chosen) => change({ language: chosen })}
      />
    </Columns>
  )
}
