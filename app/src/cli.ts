#!/usr/bin/env node
import { Problem } from './casefile/asking.ts'
import { accountsCommands } from './doors/accounts.ts'
import { backup } from './doors/backup.ts'
import { askFromCommandLine, signIn, systemLanguage } from './doors/command.ts'
import { helpFor } from './doors/help.ts'
import { keysCommands } from './doors/keys.ts'
import { logCommands } from './doors/log.ts'
import { restore } from './doors/restore.ts'
import { toInvalid, toRefusal } from './doors/say.ts'
import { start } from './doors/start.ts'
import { work } from './doors/work.ts'
import { defaultFolder, openFolder } from './platform/folder.ts'
import { Invalid, Refusal, StartProblem } from './platform/refusal.ts'

/** The command line's door: `sandsage start`, `sandsage <station> <verb> ...`, `sandsage log verify`. */
async function main(words: string[]): Promise<void> {
  const [first, second, ...rest] = words
  if (!first || words.includes('--help') || words.includes('-h'))
    return print(helpFor(words.filter((word) => !/^--?h(elp)?$/.test(word))))
  // A proof is checked anywhere: not even a folder is opened for it.
  const logCommand = first === 'log' && second ? logCommands[second] : undefined
  if (logCommand) return logCommand(() => openFolder(defaultFolder()), rest)
  const folder = openFolder(defaultFolder())
  if (first === 'start') return start(folder)
  if (first === 'work') return work(folder)
  if (first === 'sign-in') return signIn(folder, second)
  if (first === 'backup') return backup(folder, words.slice(1))
  if (first === 'restore') return restore(folder, words.slice(1))
  const keys = first === 'keys' && second ? keysCommands[second] : undefined
  if (keys) return keys(folder)
  const accounts = first === 'accounts' && second ? accountsCommands[second] : undefined
  if (accounts) return accounts(folder, rest)
  if (!second) return print(helpFor([first]))
  return askFromCommandLine(folder, first, second, rest)
}

const print = (text: string) => void process.stdout.write(`${text}\n`)

function explain(cause: unknown): string {
  const language = systemLanguage()
  if (cause instanceof StartProblem) return cause.message
  const no =
    cause instanceof Problem
      ? cause.no
      : cause instanceof Refusal
        ? toRefusal(language, cause)
        : cause instanceof Invalid
          ? toInvalid(language, cause)
          : undefined
  if (!no)
    return cause instanceof Error && 'code' in cause
      ? cause.message
      : String((cause as Error)?.stack ?? cause)
  const rule = no.kind === 'refusal' && no.rule ? [`  ${no.rule}`] : []
  const fields =
    no.kind === 'invalid'
      ? no.fields.map(({ field, sentence }) => `  ${field || '(input)'}: ${sentence}`)
      : []
  return [no.sentence, ...rule, ...fields].join('\n')
}

main(process.argv.slice(2)).catch((cause) => {
  process.stderr.write(`${explain(cause)}\n`)
  process.exitCode = cause instanceof Problem || cause instanceof Refusal || cause instanceof Invalid ? 3 : 1
})
