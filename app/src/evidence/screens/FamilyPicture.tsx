import { layoutPedigree } from '@sandsage/kinship'
import { useMemo } from 'react'
import { Pedigree } from '../../design/pedigree/Pedigree.tsx'
import { type DrawnPerson, isUnnamed } from '../model/family.ts'
import type { Named } from './asking.ts'
import { useNameOf, useT } from './asking.ts'

export type Pictured = {
  title: string
  people: DrawnPerson[]
  named: Map<string, Named>
  typed: (id: string) => boolean
  inQuestion: (id: string) => boolean
  couldBeAsked?: (id: string) => boolean
}

/** A possible family with the field's symbols, from the rows alone. */
export function FamilyPicture({ title, people, named, typed, inQuestion, couldBeAsked }: Pictured) {
  const t = useT()
  const nameOf = useNameOf()
  const layout = useMemo(() => layoutPedigree(people), [people])
  const drawn = people.map(({ id, sex, deceased }) => {
    const person = named.get(id)
    return {
      ...{ id, sex, deceased },
      label: person ? nameOf(person.names) : isUnnamed(id) ? t('evidence.unnamed', { n: id.slice(2) }) : '—',
      typed: typed(id),
      inQuestion: inQuestion(id),
      couldBeAsked: couldBeAsked?.(id),
    }
  })
  const counts = { people: people.length, typed: drawn.filter((person) => person.typed).length }
  return (
    <Pedigree title={title} description={t('evidence.family-line', counts)} people={drawn} layout={layout} />
  )
}
