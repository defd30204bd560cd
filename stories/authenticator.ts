import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Options = { challenge: string; user?: { id: string } }
type Shown = { origin?: string; rpId?: string; verified?: boolean; counter?: number; challenge?: string }

const sha256 = (data: Buffer | string) => createHash('sha256').update(data).digest()
const UP = 0x01
const UV = 0x04
const AT = 0x40

/** A device that makes and shows one passkey in software (WebAuthn 2, 6): so that it can also do what none should. */
export function openAuthenticator(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let counter = 0
  let user = ''
  const host = new URL(origin).hostname

  const clientData = (type: string, options: Options, shown: Shown) =>
    Buffer.from(
      JSON.stringify({
        type,
        challenge: shown.challenge ?? options.challenge,
        origin: shown.origin ?? origin,
      }),
    )
  function authenticatorData(shown: Shown, flags: number, tail = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(shown.counter ?? ++counter)
    const all = flags | UP | (shown.verified === false ? 0 : UV)
    return Buffer.concat([sha256(shown.rpId ?? host), Buffer.from([all]), count, tail])
  }
  function coseKey(): Buffer {
    const { x, y } = publicKey.export({ format: 'jwk' }) as { x: string; y: string }
    const map = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ])
    return Buffer.from(isoCBOR.encode(map))
  }
  return {
    id: id.toString('base64url'),
    make(options: Options, shown: Shown = {}) {
      user = options.user?.id ?? user
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const credential = Buffer.concat([Buffer.alloc(16), length, id, coseKey()])
      const authData = authenticatorData({ counter: 0, ...shown }, AT, credential)
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ])
      return {
        ...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData('webauthn.create', options, shown).toString('base64url'),
          attestationObject: Buffer.from(isoCBOR.encode(attestation as never)).toString('base64url'),
          transports: ['internal'],
        },
      }
    },
    show(options: Options, shown: Shown & { user?: string } = {}) {
      const client = clientData('webauthn.get', options, shown)
      const data = authenticatorData(shown, 0)
      const signature = createSign('sha256')
        .update(Buffer.concat([data, sha256(client)]))
        .sign(privateKey)
      return {
        ...{ id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' },
        clientExtensionResults: {},
        response: {
          clientDataJSON: client.toString('base64url'),
          authenticatorData: data.toString('base64url'),
          signature: signature.toString('base64url'),
          userHandle: shown.user ?? user,
        },
      }
    },
  }
}
