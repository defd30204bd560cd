import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isSame, toHex } from './bytes.ts'
import { append, copyEdge, edgeLength, edgeRoot, emptyEdge, type Node } from './edge.ts'
import { EMPTY_ROOT } from './hash.ts'
import {
  consistencyProof,
  type Hash,
  inclusionProof,
  leafHash,
  rootOf,
  verifyConsistency,
  verifyInclusion,
} from './merkle.ts'
import { sha256 } from './sha256.ts'
import { slowPath, slowProof, slowRoot } from './slow.ts'

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'))
const hexes = (hashes: Hash[]): string[] => hashes.map(toHex)

// The reference tree of Certificate Transparency (google/certificate-transparency, merkle_tree_test.cc; also
// transparency-dev/merkle, proof/verify_test.go): its leaves, the roots of its first 1 to 8, four proofs.
const published = {
  leaves: [
    '',
    '00',
    '10',
    '2021',
    '3031',
    '40414243',
    '5051525354555657',
    '606162636465666768696a6b6c6d6e6f',
  ],
  roots: [
    '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
    'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
    'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
    'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
    '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
    'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
    '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
  ],
  inclusion: [
    {
      index: 0,
      size: 8,
      proof: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      index: 5,
      size: 8,
      proof: [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    { index: 2, size: 3, proof: ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125'] },
    {
      index: 1,
      size: 5,
      proof: [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
  ],
  consistency: [
    { older: 1, newer: 1, proof: [] },
    {
      older: 1,
      newer: 8,
      proof: [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    },
    {
      older: 6,
      newer: 8,
      proof: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
    {
      older: 2,
      newer: 5,
      proof: [
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    },
    {
      older: 6,
      newer: 7,
      proof: [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'b08693ec2e721597130641e8211e7eedccb4c26413963eee6c1e2ed16ffb1a5f',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    },
  ],
}

describe('the published reference tree', () => {
  const leaves = published.leaves.map((leaf) => leafHash(hex(leaf)))
  test('roots', () => {
    expect(toHex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
    expect(published.roots.map((_, at) => toHex(rootOf(leaves.slice(0, at + 1))))).toEqual(published.roots)
  })
  test.each(published.inclusion)('inclusion of $index in $size', ({ index, size, proof }) => {
    expect(hexes(inclusionProof(leaves.slice(0, size), index))).toEqual(proof)
    const claim = { index, size, root: hex(published.roots[size - 1]!) }
    expect(verifyInclusion(claim, leaves[index]!, proof.map(hex))).toBe(true)
  })
  test.each(published.consistency)('consistency of $older with $newer', ({ older, newer, proof }) => {
    expect(hexes(consistencyProof(leaves.slice(0, newer), older))).toEqual(proof)
    const head = (size: number) => ({ size, root: hex(published.roots[size - 1]!) })
    expect(verifyConsistency(head(older), head(newer), proof.map(hex))).toBe(true)
  })
})

describe('SHA-256', () => {
  // FIPS 180-4's examples as published by NIST (SHA256.pdf): one block, two blocks.
  test.each([
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
  ])('of %s', (text, digest) => expect(toHex(sha256(Buffer.from(text)))).toBe(digest))
  test('agrees with the platform on every length around the block borders and on random bytes', () => {
    const platform = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
    for (let length = 0; length <= 200; length++) {
      const bytes = new Uint8Array(length).fill(length)
      expect(toHex(sha256(bytes))).toBe(platform(bytes))
    }
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (bytes) => toHex(sha256(bytes)) === platform(bytes)),
    )
  })
})

const MOST = 300
const leaves = Array.from({ length: MOST }, (_, at) => leafHash(Buffer.from(`leaf ${at}`)))
const roots = Array.from({ length: MOST + 1 }, (_, size) => slowRoot(leaves.slice(0, size)))

describe('every size from 0 to 300, beside the definition', () => {
  test('roots, and the edge grown leaf by leaf', () => {
    const edge = emptyEdge()
    for (let size = 0; size <= MOST; size++) {
      if (size > 0) append(edge, leaves[size - 1]!)
      expect(isSame(edgeRoot(edge), roots[size]!)).toBe(true)
      expect(edge.hashes.length).toBe(edgeLength(size))
      if (size % 10 === 0) expect(isSame(rootOf(leaves.slice(0, size)), roots[size]!)).toBe(true)
    }
  })
  test('nodes told of on the way are the roots of what is below them', () => {
    const told: Node[] = []
    const edge = emptyEdge()
    for (const leaf of leaves) append(edge, leaf, (node) => told.push(node))
    for (const { level, index, hash } of told) {
      const width = 2 ** level
      expect(isSame(hash, slowRoot(leaves.slice(index * width, (index + 1) * width)))).toBe(true)
    }
    expect(told.length).toBe(MOST - edgeLength(MOST))
  })
  test('inclusion: every leaf of sizes up to 64, some of the larger ones', () => {
    for (let size = 1; size <= MOST; size++)
      for (let index = 0; index < size; index += size <= 64 ? 1 : 1 + ((size * 7 + index) % 23)) {
        const some = leaves.slice(0, size)
        const proof = inclusionProof(some, index)
        expect(hexes(proof)).toEqual(hexes(slowPath(index, some)))
        expect(verifyInclusion({ index, size, root: roots[size]! }, leaves[index]!, proof)).toBe(true)
      }
  })
  test('consistency: every pair of sizes up to 64, some of the larger ones', () => {
    for (let newer = 0; newer <= MOST; newer++)
      for (let older = 0; older <= newer; older += newer <= 64 ? 1 : 1 + ((newer * 5 + older) % 29)) {
        const some = leaves.slice(0, newer)
        const proof = consistencyProof(some, older)
        if (older > 0 && older < newer) expect(hexes(proof)).toEqual(hexes(slowProof(older, some)))
        const [was, is] = [older, newer].map((size) => ({ size, root: roots[size]! }))
        expect(verifyConsistency(was!, is!, proof)).toBe(true)
      }
  })
})

const flipped = (hash: Hash, bit: number): Hash =>
  hash.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
const size = fc.integer({ min: 1, max: MOST })

describe('what is not so is not proved', () => {
  test('a proof with one bit changed, one hash more or fewer, or for another leaf, place or size', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat({ max: 255 }), (n, a, b, bit) => {
        const [index, other] = [a % n, b % n]
        const proof = inclusionProof(leaves.slice(0, n), index)
        const claim = { index, size: n, root: roots[n]! }
        const no = (changed: Partial<typeof claim>, leaf = leaves[index]!, hashes = proof) =>
          expect(verifyInclusion({ ...claim, ...changed }, leaf, hashes)).toBe(false)
        no({ root: flipped(claim.root, bit) })
        no({}, flipped(leaves[index]!, bit))
        no({}, leaves[index]!, [...proof, leaves[0]!])
        no({ index: n })
        no({ index: -1 })
        if (other !== index) no({ index: other })
        if (other !== index) no({}, leaves[other]!)
        if (proof.length > 0) {
          no({}, leaves[index]!, proof.slice(1))
          const at = b % proof.length
          no(
            {},
            leaves[index]!,
            proof.map((hash, i) => (i === at ? flipped(hash, bit) : hash)),
          )
        }
      }),
    )
  })
  test('a tree that forgot, changed or exchanged something is not consistent', () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), fc.nat({ max: 255 }), (n, a, b, bit) => {
        const older = 1 + (a % n)
        const [was, is] = [
          { size: older, root: roots[older]! },
          { size: n, root: roots[n]! },
        ]
        const proof = consistencyProof(leaves.slice(0, n), older)
        expect(verifyConsistency({ ...was, root: flipped(was.root, bit) }, is, proof)).toBe(false)
        expect(verifyConsistency(was, { ...is, root: flipped(is.root, bit) }, proof)).toBe(false)
        if (older < n) expect(verifyConsistency(is, was, proof)).toBe(false)
        const changed = b % older
        const forged = leaves.slice(0, n).map((leaf, at) => (at === changed ? flipped(leaf, bit) : leaf))
        const head = { size: n, root: rootOf(forged) }
        expect(verifyConsistency(was, head, consistencyProof(forged, older))).toBe(false)
        const at = proof.length ? b % proof.length : -1
        if (at >= 0) {
          const bent = proof.map((hash, i) => (i === at ? flipped(hash, bit) : hash))
          expect(verifyConsistency(was, is, bent)).toBe(false)
          expect(verifyConsistency(was, is, proof.slice(1))).toBe(false)
        }
      }),
    )
  })
  test('an edge that is copied does not change with the other', () => {
    const one = emptyEdge()
    for (const leaf of leaves.slice(0, 11)) append(one, leaf)
    const copy = copyEdge(one)
    append(one, leaves[11]!)
    expect(isSame(edgeRoot(copy), roots[11]!)).toBe(true)
    expect(isSame(edgeRoot(one), roots[12]!)).toBe(true)
  })
})
