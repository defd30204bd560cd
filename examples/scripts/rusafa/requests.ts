import { readFileSync } from 'node:fs'
import { claims, relationWords } from './claims.ts'
import { getPerson, type Language, relatives } from './family.ts'
import { guardians, phoneOf } from './people.ts'

type Written = {
  requester: string
  language: Language
  on: string
  sought: { child: string; name: string; born: string }[]
  mother: string
  lastKnownPlace: string
  words: string
}

const written: Written[] = JSON.parse(
  readFileSync(new URL('../source/requests.json', import.meta.url), 'utf8'),
)

/** Who asks, in the language they ask in; a mother in prison is reached through the consul. */
function requesterOf({ requester: id, language }: Written) {
  const relative = relatives.find((one) => one.id === id)
  if (!relative) {
    const [guardian] = guardians
    return {
      name: guardian!.names[language],
      relation: 'مدير دار الأيتام',
      contact: guardian!.phone,
      language,
      place: guardian!.place,
    }
  }
  const { relation } = claims.find((claim) => claim.claimant === id)!
  const contact = relative.status === 'prison' ? 'консул' : phoneOf(id)
  return {
    name: relative.names[language]!,
    relation: relationWords[relation]![language]!,
    contact,
    language,
    place: relative.place,
  }
}

/** All of `requests.json`: what the public form is told, whom it turns out to be about, and their own words. */
export const makeRequests = () =>
  written.map((request, at) => ({
    id: `request-${at + 1}`,
    on: request.on,
    by: request.requester,
    children: request.sought.map((one) => one.child),
    form: {
      requester: requesterOf(request),
      sought: request.sought.map((one) => ({
        ...{ name: one.name, year: Number(one.born), sex: getPerson(one.child).sex },
        ...{ mother: request.mother, place: request.lastKnownPlace },
      })),
    },
    words: request.words,
  }))
