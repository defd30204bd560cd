import { randomUUID } from 'node:crypto'
import { ask, type Table } from '../casefile/asking.ts'
import type { Language } from '../casefile/house.ts'
import { type Folder, readPrivate, runningServer, writePrivately } from '../platform/folder.ts'
import { Refusal, StartProblem } from '../platform/refusal.ts'
import { toInput } from './arguments.ts'
import { findOperation } from './openapi.ts'
import { languageOf, say } from './say.ts'

export const systemLanguage = (env = process.env): Language =>
  languageOf(env.SANDSAGE_LANGUAGE ?? (/^(kk|ru|en|ar)/.test(env.LANG ?? '') ? env.LANG : 'en'))

function serverOf(folder: Folder, env = process.env): string {
  const address = env.SANDSAGE_SERVER ?? runningServer(folder)?.address
  if (!address)
    throw new StartProblem(
      'No Sandsage runs in this data folder. Start it with "npm start", or name another with SANDSAGE_SERVER.',
    )
  return address.replace(/\/$/, '')
}

/** Exchanges a one-time link for a session that later commands use; kept readable by this user alone. */
export async function signIn(folder: Folder, link: string | undefined): Promise<void> {
  const token = link?.split('#').at(-1)
  if (!token)
    throw new StartProblem('Give the one-time link that "npm start" printed: sandsage sign-in http://...#...')
  const wire = {
    base: serverOf(folder),
    language: systemLanguage(),
    unreachable: say(systemLanguage(), 'no.unreachable'),
  }
  const answer = (await ask<Table, string>(wire, 'session', 'signIn', { token })) as {
    token: string
    actor: { name: string }
  }
  writePrivately(folder, 'command-line.token', answer.token)
  process.stdout.write(`${answer.actor.name}\n`)
}

export async function askFromCommandLine(
  folder: Folder,
  station: string,
  verb: string,
  words: string[],
): Promise<void> {
  const entry = findOperation(station, verb)
  if (!entry) throw new Refusal('no-such-operation', {}, 404)
  const asJson = words.includes('--json')
  const input = toInput(
    entry.operation,
    words.filter((word) => word !== '--json'),
  )
  const token = process.env.SANDSAGE_TOKEN ?? readPrivate(folder, 'command-line.token')?.toString()
  const wire = {
    base: serverOf(folder),
    language: systemLanguage(),
    token,
    unreachable: say(systemLanguage(), 'no.unreachable'),
  }
  const answer = await ask<Table, string>(wire, station, entry.verb, input, randomUUID())
  process.stdout.write(`${asJson ? JSON.stringify(answer, null, 2) : toText(answer)}\n`)
}

/** An answer for a person at a terminal: indented, without braces, lists with dashes. */
export function toText(value: unknown, indent = ''): string {
  if (Array.isArray(value))
    return value.length
      ? value.map((item) => `${indent}- ${toText(item, `${indent}  `).trimStart()}`).join('\n')
      : `${indent}(none)`
  if (value === null || typeof value !== 'object') return `${indent}${value ?? '-'}`
  return Object.entries(value)
    .map(([key, item]) =>
      item !== null && typeof item === 'object'
        ? `${indent}${key}:\n${toText(item, `${indent}  `)}`
        : `${indent}${key}: ${item ?? '-'}`,
    )
    .join('\n')
}
