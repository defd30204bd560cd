import type { AnswerOf, InputOf } from '../../app/src/casefile/asking.ts'
import type { Operations } from '../../app/src/operations.ts'
import { parseCsv } from './csv.ts'
import type { Loader } from './loader.ts'
import type { Drawn, Family, People } from './story.ts'

type Evidence = Operations['evidence']
type Finding = AnswerOf<Evidence, 'weighClaim'>['finding']

/** The table the genotypes of the example come from; see examples/README.md on what may not be read out of it. */
const TABLE = 'nist1036-caucasian'

/** Consents, drawings, kits and their hands, the laboratory's tables, claims weighed, and two signatures each. */
export async function prove(loader: Loader): Promise<void> {
  const people = loader.readJson<People>('people.json')
  for (const { person, givenBy, ...consent } of people.consents) {
    const said = { ...consent, givenBy: loader.idOf(givenBy) }
    await loader.ask('consul', 'casefile', 'giveConsent', { person: loader.idOf(person), consent: said })
  }
  for (const family of [...people.families, ...people.disputed]) await draw(loader, family)
  await followKits(loader)
  await importProfiles(loader)
  for (const claim of people.familyClaims) await decide(loader, claim)
}

/** People who have no file of their own stand in the drawing as unnamed. */
async function draw(loader: Loader, { id, people }: Family): Promise<void> {
  const unnamed = people.filter((person) => !loader.knows(person.id)).map((person) => person.id)
  const drawnId = (name: string | null) =>
    name === null ? null : loader.knows(name) ? loader.idOf(name) : `x-${unnamed.indexOf(name) + 1}`
  const drawn = people.map(({ id: name, father, mother, sex, deceased }: Drawn) => ({
    ...{ id: drawnId(name)!, father: drawnId(father), mother: drawnId(mother), sex },
    ...(deceased ? { deceased } : {}),
  }))
  const { family } = await loader.ask('geneticist', 'evidence', 'drawFamily', {
    operation: loader.operation(),
    drawing: { people: drawn },
  })
  loader.remember(`family ${id}`, family)
}

async function followKits(loader: Loader): Promise<void> {
  const owners = new Map(parseCsv(loader.readText('kits.csv')).map((row) => [row.kit_number!, row.person!]))
  const verbs = { 'handed-over': 'handOverKit', received: 'receiveKit', opened: 'openKit' } as const
  for (const row of parseCsv(loader.readText('custody.csv'))) {
    const person = loader.idOf(owners.get(row.kit_number!)!)
    const step = { number: row.kit_number!, at: row.at!, to: row.to!, place: row.place!, seal: row.seal! }
    if (row.move === 'issued') await loader.ask('geneticist', 'evidence', 'issueKit', { person, step })
    else {
      const moved = {
        ...step,
        from: row.from!,
        ...(row.seal_whole ? { sealWhole: row.seal_whole === 'yes' } : {}),
      }
      await loader.ask('geneticist', 'evidence', verbs[row.move as keyof typeof verbs], {
        person,
        step: moved,
      })
    }
  }
}

async function importProfiles(loader: Loader): Promise<void> {
  const mapping = Object.fromEntries(
    parseCsv(loader.readText('kits.csv')).map((row) => [row.sample_name!, row.kit_number!]),
  )
  for (const name of ['genemapper-relatives.txt', 'genemapper-children.txt']) {
    const file = loader.send(name)
    const { sha256 } = await loader.ask('geneticist', 'evidence', 'planProfileImport', { file, mapping })
    await loader.ask('geneticist', 'evidence', 'acceptProfileImport', {
      file,
      sha256,
      mapping,
      laboratory: 'Сот сараптамалары орталығы, Астана',
    })
  }
}

/** Weighed by the geneticist; what is clear is signed by the geneticist and the lawyer, what is not waits. */
async function decide(
  loader: Loader,
  { family, children, claimant, questioned, statement }: People['familyClaims'][number],
): Promise<void> {
  const ids = children.map((child) => loader.idOf(child))
  const claim: InputOf<Evidence, 'makeClaim'> = {
    ...{ family: loader.idOf(`family ${family}`), children: ids, statement, claimant: loader.idOf(claimant) },
    questioned,
  }
  const { claim: id } = await loader.ask('coordinator', 'evidence', 'makeClaim', claim)
  const { weighing, finding } = await loader.ask('geneticist', 'evidence', 'weighClaim', {
    claim: id,
    child: ids[0]!,
    parameters: { table: TABLE, theta: 0 },
  })
  if (finding === 'inconclusive') return
  for (const asker of ['geneticist', 'lawyer'] as const)
    await loader.ask(asker, 'evidence', 'signDecision', {
      claim: id,
      child: ids[0]!,
      weighing,
      verdict: finding satisfies Finding,
    })
}
