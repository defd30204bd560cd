import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signCheckpoint, signerOf } from '../signing.ts'
import { fromBase64, toBase64, toBytes, toHex } from './bytes.ts'
import { checkProof } from './check.ts'
import { verifyEd25519 } from './ed25519.ts'
import { type EventRow, leafOf, leafText, parseLeaf } from './leaf.ts'
import { leafHash } from './merkle.ts'
import { parseCheckpoint, parseNote, parseVerifier, signersOf, writeNote, writeVerifier } from './note.ts'
import { parseProof, writeProof } from './proof.ts'

// golang.org/x/mod, sumdb/note/note_test.go: a key and a note it signed.
const VERIFIER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'
const SEED = 'AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz'
const TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n"
const NOTE = `${TEXT}\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n`

describe('the published note', () => {
  const verifier = parseVerifier(VERIFIER)!
  const note = parseNote(NOTE)!
  test('its key, its text and its signature', async () => {
    expect(writeVerifier(verifier)).toBe(VERIFIER)
    expect(toHex(verifier.id)).toBe('c74f20a3')
    expect(note.text).toBe(TEXT)
    expect(writeNote(note)).toBe(NOTE)
    expect(await signersOf(note, [verifier], verifyEd25519)).toEqual([verifier])
  })
  test('our signer with the published seed makes the published key', () => {
    // The first byte names the algorithm (1: Ed25519), the other 32 are the seed.
    const seed = Buffer.from(SEED, 'base64').subarray(1)
    expect(writeVerifier(signerOf('PeterNeumann', seed).verifier)).toBe(VERIFIER)
  })
  test('another text, or a key nobody knows', async () => {
    const other = { ...note, text: TEXT.replace('answer', 'Answer') }
    expect(await signersOf(other, [verifier], verifyEd25519)).toBeUndefined()
    expect(await signersOf(note, [], verifyEd25519)).toEqual([])
  })
  test.each([
    '',
    'no signature\n',
    TEXT,
    NOTE.slice(0, -1),
    NOTE.replace('—', '-'),
    NOTE.replace('\n\n', '\n\t\n\n'),
    NOTE.replace('x08g', 'x08!'),
  ])('%j is no note', (text) => expect(parseNote(text)).toBeUndefined())
  test.each(['', 'a+b+c', VERIFIER.slice(1), VERIFIER.slice(0, -1), VERIFIER.replace('c74f', 'c74e')])(
    '%j is no key',
    (text) => expect(parseVerifier(text)).toBeUndefined(),
  )
})

// The example of c2sp.org/tlog-checkpoint.
test('the published checkpoint is read as what it says', () => {
  const note = parseNote(
    `example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n`,
  )!
  const { origin, size, root } = parseCheckpoint(note.text)!
  expect({ origin, size, root: toBase64(root) }).toEqual({
    ...{ origin: 'example.com/behind-the-sofa', size: 20852163 },
    root: 'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
  })
  expect(toHex(note.signatures[0]!.id)).toBe('033de0ae')
})

test.each([
  'a\n1\n',
  'a\n01\nAA==\n',
  `a\n-1\n${'A'.repeat(43)}=\n`,
  `\n1\n${'A'.repeat(43)}=\n`,
  `a\n1\n${'A'.repeat(43)}=`,
])('%j is no checkpoint', (text) => expect(parseCheckpoint(text)).toBeUndefined())

const text = fc.string({ unit: 'binary', maxLength: 30 }).filter((some) => some.isWellFormed())
const row: fc.Arbitrary<EventRow> = fc
  .record({
    ...{
      seq: fc.nat(),
      id: fc.uuid(),
      about: fc.array(fc.uuid(), { minLength: 1 }).map((ids) => `{${ids}}`),
    },
    ...{ type: text, class: text, device: text, by: fc.option(fc.uuid()) },
    ...{ occurred: fc.constant('2019-11-27T06:00:00.000001Z'), recorded: fc.constant('infinityZ') },
    sealed: fc.option(
      fc.record({ sha256: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)), bytes: fc.nat() }),
    ),
    open: fc.constant('{"a": 1.0}'),
  })
  .map((some) => ({ ...some, open: some.sealed ? null : some.open }))

describe('the text of a leaf', () => {
  test('says the whole row, and nothing can be said twice', () => {
    fc.assert(
      fc.property(row, row, (one, other) => {
        expect(parseLeaf(toBytes(leafText(one)))).toEqual(one)
        if (JSON.stringify(one) !== JSON.stringify(other)) expect(leafText(one)).not.toBe(leafText(other))
      }),
    )
  })
  test('is written like this', () => {
    const id = '019a1b2c-0000-7000-8000-000000000000'
    const some = {
      ...{ seq: 7, id, about: `{${id}}`, type: 'casefile.opened', class: 'opening', by: null, device: 'web' },
      ...{
        occurred: '2026-01-02T03:04:05.000006Z',
        recorded: '2026-01-02T03:04:05Z',
        sealed: null,
        open: '{}',
      },
    }
    expect(leafText(some)).toBe(
      `sandsage.event/1\nseq 7\nid ${id}\nabout {${id}}\ntype "casefile.opened"\nclass "opening"\noccurred 2026-01-02T03:04:05.000006Z\nrecorded 2026-01-02T03:04:05Z\nby -\ndevice "web"\nopen {}\n`,
    )
  })
})

describe('a proof as a text', () => {
  const signer = signerOf('log', randomBytes(32))
  const make = (some: EventRow) =>
    writeProof({
      ...{ leaf: toBytes(leafText(some)), index: 0, hashes: [] },
      note: signCheckpoint({ origin: 'log', size: 1, root: leafOf(some) }, [signer]),
    })
  test('of a tree of one leaf holds, and is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(row, async (some) => {
        const proof = make(some)
        expect(writeProof(parseProof(proof)!)).toBe(proof)
        expect(await checkProof({ proof, verifiers: [signer.verifier] }, verifyEd25519)).toMatchObject({
          holds: true,
          event: some,
        })
        // A mail program's line ends do no harm.
        expect(
          await checkProof(
            { proof: proof.replaceAll('\n', '\r\n'), verifiers: [signer.verifier] },
            verifyEd25519,
          ),
        ).toMatchObject({ holds: true })
      }),
      { numRuns: 30 },
    )
  })
  test('without a key nobody vouches for it; under a strange key or the key of a witness alone it is none', async () => {
    const [some] = fc.sample(row, 1)
    const proof = make(some!)
    expect(await checkProof({ proof }, verifyEd25519)).toMatchObject({ holds: true, signers: [] })
    const stranger = signerOf('log', randomBytes(32)).verifier
    expect(await checkProof({ proof, verifiers: [stranger] }, verifyEd25519)).toEqual({
      ...{ holds: false, why: 'other-log' },
    })
    const witness = signerOf('witness', randomBytes(32))
    const alone = writeProof({
      ...parseProof(proof)!,
      note: signCheckpoint({ origin: 'log', size: 1, root: leafOf(some!) }, [witness]),
    })
    expect(await checkProof({ proof: alone, verifiers: [witness.verifier] }, verifyEd25519)).toEqual({
      ...{ holds: false, why: 'other-log' },
    })
  })
})

test('base 64 has one writing only', () => {
  expect(fromBase64('AA==')).toEqual(Uint8Array.of(0))
  for (const text of ['AB==', 'AA', 'A A==', 'AA=', '-_==']) expect(fromBase64(text)).toBeUndefined()
})

test('a leaf is hashed with its own prefix: SHA-256 of a zero byte is the root of one empty leaf', () => {
  // RFC 6962, 2.1: MTH({d(0)}) = SHA-256(0x00 || d(0)).
  expect(toHex(leafHash(new Uint8Array()))).toBe(
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  )
})
