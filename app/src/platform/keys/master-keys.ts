import { keyFor, seal, sha256, unseal } from '../sealing.ts'

/**
 * The keys that are kept outside the database, whoever keeps them. They wrap a handful of keys inside it, so that
 * a service across a network is asked when a process starts, and not for every person.
 */
export type MasterKeys = {
  /** The id of the key that wraps from now on. */
  readonly current: string
  wrap(key: Buffer, context: string): Promise<Buffer>
  /** Throws when the key of that id is gone, or is not the one it was wrapped with. */
  unwrap(by: string, wrapped: Buffer, context: string): Promise<Buffer>
  /** What a new house draws its secrets from, where that is the master key itself. */
  readonly first?: Buffer
  /** Makes another key the current one, where this program is the one that makes them. */
  renew?(): void
  /** Lets go of the keys that wrap nothing any more. */
  retire?(inUse: string[]): void
}

/** A master key is named without being told: 64 bits of a digest of it. */
export const idOf = (master: Buffer): string =>
  `local:${sha256(Buffer.concat([Buffer.from('id of a master key'), master])).slice(0, 16)}`

/** Keys that this process holds in its memory; the last one is current. `keys` is asked every time: another process may have added one. */
export function localKeys(keys: () => Buffer[], more: Partial<MasterKeys> = {}): MasterKeys {
  const last = () => keys().at(-1)!
  return {
    ...more,
    get current() {
      return idOf(last())
    },
    get first() {
      return keys()[0]
    },
    wrap: async (key, context) => seal(keyFor(last(), 'wrap keys'), key, context),
    async unwrap(by, wrapped, context) {
      const master = keys().find((one) => idOf(one) === by)
      if (!master) throw new Error(`the master key ${by} is not here`)
      return unseal(keyFor(master, 'wrap keys'), wrapped, context)
    },
  }
}
