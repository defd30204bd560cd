import { createHash } from 'node:crypto'

/** Says to the database in whose role and for whom a transaction stands, in a way only the house can. */
export type Sign = (role: string, actor: string) => string

/**
 * Signs with a key the database knows and shows nobody: a stolen password of the application's role, or a question
 * smuggled into one of its own, cannot say that it stands for anyone (decision 0063, migration 0060).
 */
export const signer =
  (key: Buffer): Sign =>
  (role, actor) => {
    const said = `${role}|${actor}|${Math.floor(Date.now() / 1000)}`
    const inner = createHash('sha256').update(key).update(said).digest()
    return `${said}|${createHash('sha256').update(key).update(inner).digest('hex')}`
  }
