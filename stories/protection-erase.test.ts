import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { professions } from '../app/src/casefile/access.ts'
import { ask, Problem, type Table } from '../app/src/casefile/asking.ts'
import { setAside } from '../app/src/casefile/model.ts'
import { checkProof } from '../app/src/casefile/proof/core/check.ts'
import { verifyEd25519 } from '../app/src/casefile/proof/core/ed25519.ts'
import { sweep } from '../app/src/casefile/protection/sweep.ts'
import { rebuild } from '../app/src/casefile/rebuild.ts'
import { makeAccount } from '../app/src/casefile/session.ts'
import { allOperations } from '../app/src/doors/openapi.ts'
import { takeWork } from '../app/src/doors/work.ts'
import { examples } from './access/all.ts'
import {
  bringKit,
  consentAll,
  describeFamily,
  drawFamily,
  importFile,
  laboratoryFile,
  openOperation,
  typeFamily,
} from './evidence-world.ts'
import { openTestHouse, type TestHouse } from './house.ts'
import { recordAs, rowsOf } from './kinship.ts'
import { ask as askInTracing } from './tracing-world.ts'

let world: TestHouse
let operation: string
let ids: Awaited<ReturnType<typeof describeFamily>>
let request: string

/** Words that stand nowhere but in this person's file; a part of each station writes one of them. */
const names = {
  kk: 'Зымырантасқызы Мәрмәр',
  ru: 'Зымырантасова Мармара',
  en: 'Zymyrantasmark Marmara',
  ar: 'زيميرانتاسمارك مرمرة',
}
const marks = {
  mother: 'Motheronlymark',
  birthplace: 'Birthplacemark',
  scar: 'Scarbehindtheearmark',
  nick: 'Nicknamemark',
  companion: 'Companionmark',
  consentPlace: 'Consentplacemark',
  witness: 'Witnessmark',
  laboratory: 'Laboratorymark',
  allele: '93.77',
  statement: 'Statementonlymark',
  paper: 'Papercontentmark',
  signer: 'Signeronlymark',
  wait: 'Waitingnotemark',
  address: 'Addressstreetmark 14',
  observation: 'Asksatnightmark',
  psychology: 'Drawsahousemark',
  words: 'Laughsagainmark',
  reason: 'Reasonofdecisionmark',
  apart: 'Hospitalreasonmark',
}
const asked = {
  name: 'Requesteronlymark',
  contact: '+7 700 919 73 51',
  sought: 'Soughtonlymark',
  note: 'Addednotemark',
}

beforeAll(async () => {
  world = await openTestHouse({ now: () => new Date('2027-03-01T09:00:00Z') })
  operation = await openOperation(world)
  ids = await describeFamily(world, operation, 'Plain')
  await plant()
}, 240_000)
afterAll(() => world?.close())

const officer = () => world.as('protectionOfficer')
const lead = () => world.as('lead')
const refusal = (code: string) => ({ no: expect.objectContaining({ kind: 'refusal', code }) })

/** Every station writes about the girl through its own operations. */
async function plant() {
  const coordinator = world.as('coordinator')
  const girl = ids.girl
  await coordinator('casefile', 'describePerson', {
    ...{ id: girl, kind: 'child', operation },
    description: {
      ...{ names, sex: 'female', birth: { earliest: 2016, latest: 2016 }, mother: { en: marks.mother } },
      ...{ birthplace: marks.birthplace, marks: marks.scar, otherNames: [marks.nick] },
      companions: [marks.companion],
    },
  })
  await coordinator('casefile', 'giveConsent', {
    person: girl,
    consent: {
      ...{ purpose: 'photo', givenBy: ids.grandmother, on: '2026-05-10', language: 'kk', copyLeft: true },
      ...{ place: marks.consentPlace, witness: marks.witness },
    },
  })
  await plantRequest()
  const family = await drawFamily(world, operation, ids)
  await consentAll(world, ids, ['girl', 'grandmother'])
  await bringKit(world, girl, 'MARKKIT-71')
  const genotyped = typeFamily(5)
  genotyped.girl.TH01 = [marks.allele, '94.11']
  await importFile(world, laboratoryFile(`${marks.laboratory}.txt`, genotyped, { girl: 'MARKKIT-71' }))
  await world.as('lawyer')('evidence', 'makeClaim', {
    ...{ family, children: [girl], claimant: ids.grandmother, questioned: 'both' },
    statement: marks.statement,
  })
  await plantClearance(girl)
  const home = { kind: 'family-home' as const, place: 'Home', address: marks.address, region: 'KZ-23' }
  const social = world.as('socialWorker')
  const apart = { reason: 'Hospitalreasonmark', signedBy: ['Aigul S.', 'Marat T.'] }
  await social('reintegration', 'placeChildren', {
    children: [girl],
    on: '2027-01-12',
    home,
    reason: 'Fits',
    apart,
  })
  await social('reintegration', 'addObservation', { child: girl, text: marks.observation })
  await world.as('psychologist')('reintegration', 'notePsychology', { child: girl, text: marks.psychology })
  await social('reintegration', 'recordFollowUp', {
    ...{ child: girl, on: '2027-02-12', month: 1, seenBy: 'Aigul', words: marks.words },
    matters: { school: 'well' },
  })
}

async function plantRequest() {
  const requester = { name: asked.name, relation: 'aunt', contact: asked.contact, language: 'en' as const }
  const sent = await askInTracing(world, operation, requester, {
    name: asked.sought,
    sex: 'female',
    year: 2016,
  })
  request = sent.request
  await world.as('anyone')('tracing', 'addToRequest', {
    ...{ number: sent.number, secret: sent.secret, note: asked.note },
  })
  await world.as('coordinator')('tracing', 'acceptRequest', { request })
  await world.as('coordinator')('tracing', 'decideCandidate', {
    ...{ child: ids.girl, relative: request, sought: 0, choice: 'rejected', reason: marks.reason },
  })
}

async function plantClearance(child: string) {
  const lawyer = world.as('lawyer')
  await lawyer('clearance', 'beginClearance', { operation, children: [{ child, mother: 'lives' }] })
  const paper = { name: 'order.pdf', base64: Buffer.from(`%PDF ${marks.paper}`).toString('base64') }
  await lawyer('clearance', 'meetRequirement', {
    ...{
      child,
      requirement: 'mother-consent',
      paper,
      on: '2026-11-01',
      signedBy: [marks.signer, 'A notary'],
    },
  })
  await lawyer('clearance', 'noteWait', {
    ...{ child, requirement: 'judge', since: '2026-11-03', note: marks.wait },
  })
}

async function dataFolder(): Promise<string> {
  const { rows } = await sql<{ data_directory: string }>`show data_directory`.execute(world.house.owner)
  return rows[0]!.data_directory
}

/** Which of these words stand in any file of the database server, its log beside it included. */
async function findIn(words: string[]): Promise<Record<string, string[]>> {
  await sql`checkpoint`.execute(world.house.owner)
  const folder = await dataFolder()
  const log = join(dirname(folder), 'postgres.log')
  const places = [folder, ...(existsSync(log) ? [log] : [])]
  const found: Record<string, string[]> = {}
  for (const word of words)
    try {
      const lines = execFileSync('grep', ['-rlaF', '--', word, ...places], {
        encoding: 'utf8',
        maxBuffer: 1 << 26,
      })
      found[word] = lines.trim().split('\n')
    } catch (cause) {
      // 1: nothing found; a file that went meanwhile is 2, and says nothing of the others.
      if (![1, 2].includes((cause as { status?: number }).status ?? 0)) throw cause
      const said = String((cause as { stdout?: string }).stdout ?? '').trim()
      if (said) found[word] = said.split('\n')
    }
  return found
}

/** The session proved a moment ago who its person is. */
const prove = () => sql`update sessions set proved = now()`.execute(world.house.owner)

const spoken = [...Object.values(names).flatMap((name) => name.split(' ')), ...Object.values(marks)]

test('before: names stand in clear where lists need them, and nothing else does', async () => {
  const found = await findIn([...spoken, ...Object.values(asked)])
  expect(Object.keys(found)).toEqual(expect.arrayContaining(names.kk.split(' ')))
  const inLists = [
    ...Object.values(names).join(' ').split(' '),
    marks.mother,
    marks.nick,
    asked.name,
    asked.sought,
  ]
  expect(Object.keys(found).filter((word) => !inLists.includes(word))).toEqual([])
  const hit = await world.as('coordinator')('tracing', 'find', { text: 'Zymyrantasmark' })
  expect(JSON.stringify(hit)).toContain(ids.girl)
}, 120_000)

test('two people, the rules first, and only who has just proved who they are', async () => {
  const file = ids.girl
  const erasure = { file, what: 'person' as const }
  await expect(
    officer()('protection', 'askErasure', { ...erasure, ground: 'person-asked' }),
  ).rejects.toMatchObject(refusal('erasure-decision-open'))
  // Out of every list, she stands in nobody's plan any more.
  await recordAs(world, 'coordinator', (ctx) =>
    ctx.record([file], setAside, { because: 'entered-by-mistake' }),
  )
  await officer()('protection', 'holdFile', { file, because: 'court' })
  await expect(
    officer()('protection', 'askErasure', { ...erasure, ground: 'person-asked' }),
  ).rejects.toMatchObject(refusal('erasure-on-hold'))
  await officer()('protection', 'liftHold', { file, because: 'court', why: 'ended' })
  await officer()('protection', 'askErasure', { ...erasure, ground: 'person-asked' })
  await sql`update sessions set proved = null`.execute(world.house.owner)
  await expect(officer()('protection', 'confirmErasure', erasure)).rejects.toMatchObject(
    refusal('prove-again'),
  )
  await prove()
  await expect(officer()('protection', 'confirmErasure', erasure)).rejects.toMatchObject(
    refusal('erasure-needs-second'),
  )
  const standing = await officer()('protection', 'getStanding', { file })
  expect(standing).toMatchObject({ against: null, holds: [] })
  expect(standing.alsoIn.map((also) => also.file)).toEqual(expect.arrayContaining([request, ids.grandmother]))
  // Put while it waits for the second person, a hold still counts.
  await lead()('protection', 'holdFile', { file, because: 'complaint' })
  await expect(lead()('protection', 'confirmErasure', erasure)).rejects.toMatchObject(
    refusal('erasure-on-hold'),
  )
  await lead()('protection', 'liftHold', { file, because: 'complaint', why: 'mistake' })
})

test('the DNA goes alone: the profile is gone, the claim stays', async () => {
  const dna = { file: ids.girl, what: 'dna' as const }
  await officer()('protection', 'askErasure', { ...dna, ground: 'consent-withdrawn' })
  const { keys } = await lead()('protection', 'confirmErasure', dna)
  expect(keys).toBe(1)
  const claims = await world.as('geneticist')('evidence', 'listClaims', { operation })
  expect(JSON.stringify(claims)).toContain(ids.girl)
  const kits = await world.as('geneticist')('evidence', 'openKits', { person: ids.girl })
  expect(JSON.stringify(kits)).not.toContain('MARKKIT-71')
  const opened = await world.as('coordinator')('casefile', 'openFile', { file: ids.girl })
  expect(opened.description?.names).toEqual(names)
  // A new sample has a new key; what was destroyed does not come back with it.
  await bringKit(world, ids.girl, 'MARKKIT-72')
  const anew = await world.as('geneticist')('evidence', 'openKits', { person: ids.girl })
  expect(JSON.stringify(anew)).toContain('MARKKIT-72')
  expect(JSON.stringify(anew)).not.toContain('MARKKIT-71')
})

test('erased: no file of the server holds a word of it, whatever the process is', {
  timeout: 300_000,
}, async () => {
  await prove()
  await takeWork(world.house)
  const who = { file: ids.girl, what: 'person' as const }
  await lead()('protection', 'confirmErasure', who)
  const her = { file: request, what: 'person' as const }
  await officer()('protection', 'askErasure', { ...her, ground: 'person-asked' })
  await lead()('protection', 'confirmErasure', her)
  await expect
    .poll(async () => (await officer()('protection', 'listErasures', {})).erasures.map((one) => one.state), {
      timeout: 200_000,
      interval: 1000,
    })
    .toEqual(['swept', 'swept', 'swept'])
  expect(await findIn([...spoken, ...Object.values(asked), 'MARKKIT-71', 'MARKKIT-72'])).toEqual({})
  expect(world.faults.join('\n')).not.toMatch(/mark|Зымырантас|زيميرانتاس/i)
})

test('nothing brings it back: no operation says a word of it, nothing more is written', async () => {
  const everything = [
    await world.as('coordinator')('casefile', 'openFile', { file: ids.girl }),
    await world.as('coordinator')('casefile', 'listPeople', { operation }),
    await world.as('coordinator')('tracing', 'find', { text: 'Zymyrantasmark' }),
    await world.as('coordinator')('tracing', 'listRequests', { operation }),
    await world.as('geneticist')('evidence', 'listFamilies', { operation }),
    await world.as('geneticist')('evidence', 'listClaims', { operation }),
    await world.as('lawyer')('clearance', 'listMatrix', { operation }),
    await world.as('socialWorker')('reintegration', 'listPlacements', { operation }),
  ]
  const text = JSON.stringify(everything)
  expect(text).toContain('Plain grandmother')
  for (const word of [...spoken, ...Object.values(asked)].filter((one) => one !== 'Zymyrantasmark'))
    expect(text).not.toContain(word)
  expect(await officer()('protection', 'getStanding', { file: ids.girl })).toMatchObject({ erased: true })
  const again = {
    ...{ id: ids.girl, kind: 'child' as const, operation },
    description: { names: { en: 'Back' }, sex: 'female' as const, birth: {} },
  }
  await expect(world.as('coordinator')('casefile', 'describePerson', again)).rejects.toMatchObject(
    refusal('file-erased'),
  )
  await expect(
    officer()('protection', 'askErasure', { file: ids.girl, what: 'person', ground: 'unlawful' }),
  ).rejects.toMatchObject(refusal('file-erased'))
})

test('a certificate in each language says what went and what stays, and its event is proved', async () => {
  const folder = process.env.SANDSAGE_KEEP_PAPERS
  for (const [language, what] of [
    ['kk', 'person'],
    ['ru', 'dna'],
    ['en', 'dna'],
    ['ar', 'person'],
  ] as const) {
    const { pdf, proof } = await lead()('protection', 'certificate', { file: ids.girl, what, language })
    const bytes = Buffer.from(pdf.base64, 'base64')
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    if (folder) writeFileSync(join(folder, pdf.name), bytes)
    const checked = await checkProof(
      { proof: Buffer.from(proof!.base64, 'base64').toString() },
      verifyEd25519,
    )
    expect(checked).toMatchObject({ holds: true, event: { type: 'protection.erased' } })
  }
})

test('read tables are what a rebuild makes of the log, and sweeping again changes nothing', async () => {
  const tables = world.house.registry.projections.map(({ table }) => table)
  const before = await rowsOf(world, tables)
  await rebuild(world.house)
  expect(await rowsOf(world, tables)).toEqual(before)
  await sweep(world.house, ids.girl, 'person')
  expect(await rowsOf(world, tables)).toEqual(before)
}, 120_000)

test('a second protection officer confirms as well as a lead does', async () => {
  const account = await makeAccount(world.house.owner, {
    ...{ name: 'Another officer', profession: 'protectionOfficer', language: 'en', wholeHouse: true },
  })
  const other = world.withToken(await world.signIn(account))
  await prove()
  const uncle = { file: ids.uncle, what: 'person' as const }
  await officer()('protection', 'askErasure', { ...uncle, ground: 'unlawful' })
  await other('protection', 'dropErasure', uncle)
  await expect(other('protection', 'confirmErasure', uncle)).rejects.toMatchObject(
    refusal('no-erasure-asked'),
  )
  await officer()('protection', 'askErasure', { ...uncle, ground: 'unlawful' })
  expect((await other('protection', 'confirmErasure', uncle)).keys).toBe(1)
})

test('whoever asks whatever, in whatever order, is told no word of whom was erased', async () => {
  const of = {
    ...{ operation, child: ids.girl, sibling: ids.uncle, relative: ids.grandmother },
    worker: world.accounts.lawyer,
  }
  const all = allOperations.flatMap(({ station, verb, operation: { may } }) =>
    professions
      .filter((profession) => may.includes(profession))
      .map((profession) => ({ station, verb, profession })),
  )
  const [order] = fc.sample(fc.shuffledSubarray(all, { minLength: all.length }), 1)
  // What the question itself says may come back in the answer.
  const told = new Set(['Zymyrantasmark'])
  const words = [...spoken, ...Object.values(asked)].filter((word) => !told.has(word))
  const said: string[] = []
  let answered = 0
  for (const { station, verb, profession } of order!) {
    const wire = {
      base: world.base,
      language: 'en',
      token: world.tokens[profession],
      unreachable: 'unreachable',
    }
    const text = await ask<Table, string>(wire, station, verb, examples[station]![verb]!(of) as never).then(
      (answer) => {
        answered++
        return JSON.stringify(answer)
      },
      (cause) => JSON.stringify(cause instanceof Problem ? cause.no : String(cause)),
    )
    said.push(
      ...words
        .filter((word) => text.includes(word))
        .map((word) => `${profession} ${station}.${verb}: ${word}`),
    )
  }
  expect(said).toEqual([])
  expect(answered).toBeGreaterThan(200)
}, 120_000)
