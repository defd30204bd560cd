import { Table, useWords } from '../../design/kit.ts'
import { words } from '../words.ts'
import type { Place, PlanAnswer, Setup } from './asking.ts'
import type { People } from './people.ts'
import { useSaying } from './placing.ts'
import { Who, Whos } from './Who.tsx'

/** The cabin for whoever cannot see the picture, and for looking somebody up: person, seat, escort, party. */
export function SeatTable({ answer, people, setup }: { answer: PlanAnswer; people: People; setup: Setup }) {
  const t = useWords(words)
  const { place } = useSaying(people)
  const { assignments, escorts } = answer.plan
  const escortOf = (id: string) => escorts.find((one) => one.passengers.includes(id))?.adult
  const rows = [
    ...assignments.filter(({ id }) => people.isChild(id)),
    ...assignments.filter(({ id }) => !people.isChild(id)),
  ]
  const columns = [
    {
      key: 'person',
      label: t('evacuation.person'),
      names: true,
      cell: ({ id }: Place) => <Who id={id} people={people} />,
    },
    { key: 'seat', label: t('evacuation.seat'), cell: place },
    {
      key: 'escort',
      label: t('evacuation.escort'),
      cell: ({ id }: Place) => {
        const adult = escortOf(id)
        if (adult) return <Who id={adult} people={people} />
        const cared = escorts.find((one) => one.adult === id)?.passengers ?? []
        return cared.length > 0
          ? t('evacuation.looks-after', { who: cared.map(people.nameOf).join(', ') })
          : '–'
      },
    },
    {
      key: 'party',
      label: t('evacuation.party'),
      cell: ({ id }: Place) => <Together id={id} people={people} setup={setup} />,
    },
  ]
  return <Table columns={columns} rows={rows} rowKey={(row) => row.id} />
}

function Together({ id, people, setup }: { id: string; people: People; setup: Setup }) {
  const t = useWords(words)
  const own = setup.children.find((one) => one.child === id)
  if (!own) return '–'
  const others = setup.children.filter((one) => one.party === own.party && one.child !== id)
  if (others.length === 0) return t('evacuation.alone')
  return <Whos ids={others.map((one) => one.child)} people={people} />
}
