import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import type { RelyingParty } from './origin.ts'

export type Passkey = {
  credential: string
  publicKey: Buffer
  counter: number
  transports: string[]
}

const ES256 = -7
const EdDSA = -8
const RS256 = -257

/** Discoverable, so that nobody types a name, and with the person verified by the device: two things in one. */
export const askToMake = (
  party: RelyingParty,
  person: { id: string; name: string },
  has: { credential: string; transports: string[] }[],
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: 'Sandsage',
    rpID: party.id,
    userID: new Uint8Array(Buffer.from(person.id)),
    userName: person.name,
    userDisplayName: person.name,
    attestationType: 'none',
    excludeCredentials: has.map(({ credential, transports }) => ({ id: credential, transports })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: [EdDSA, ES256, RS256],
    timeout: 120_000,
  })

/** Nobody is named: the device offers what it has for us. */
export const askToShow = (party: RelyingParty): Promise<PublicKeyCredentialRequestOptionsJSON> =>
  generateAuthenticationOptions({ rpID: party.id, userVerification: 'required', timeout: 120_000 })

/** Undefined when it does not hold: another challenge, origin or house, no person verified, a broken answer. */
export async function madePasskey(
  response: RegistrationResponseJSON,
  party: RelyingParty,
  challenge: string,
): Promise<Passkey | undefined> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: [EdDSA, ES256, RS256],
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return undefined
  const { id, publicKey, counter, transports } = registrationInfo.credential
  return { credential: id, publicKey: Buffer.from(publicKey), counter, transports: transports ?? [] }
}

/**
 * The counter the device is at now; undefined when the answer does not hold. A counter that went back is a copied
 * key (WebAuthn 2, 6.1.1); devices that count nothing always say 0.
 */
export async function counterShown(
  response: AuthenticationResponseJSON,
  party: RelyingParty,
  challenge: string,
  passkey: Passkey,
): Promise<number | undefined> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credential,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  return verified ? authenticationInfo?.newCounter : undefined
}
