import type { VerifyEd25519 } from './note.ts'

/** Ed25519 by the platform, the same in Node and in a browser. Throws where a browser does not offer it. */
export const verifyEd25519: VerifyEd25519 = async (publicKey, message, signature) => {
  const key = await crypto.subtle.importKey('raw', publicKey.slice(), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, signature.slice(), message.slice())
}

/** A page without a secure connection has no `crypto.subtle`; old browsers have no Ed25519 in it. */
export async function canVerifyEd25519(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify'])
    return true
  } catch {
    return false
  }
}
