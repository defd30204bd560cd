import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Folder, readPrivate, writePrivately } from '../folder.ts'
import { StartProblem } from '../refusal.ts'
import { keyFor, newKey } from '../sealing.ts'
import { overCommand, overHttp, serviceKeys } from './kms.ts'
import { idOf, localKeys, type MasterKeys } from './master-keys.ts'

const FILE = 'master.key'
/** The next one, while what the present one wraps is wrapped anew. */
const NEXT = 'master.next.key'
const BYTES = 32
export const PUT_BACK =
  'Put back the copy you kept, or set the SANDSAGE_MASTER_KEY it was opened with: without it nothing personal can be read. Nothing was changed.'

function readKey(folder: Folder, name: string): Buffer | undefined {
  const kept = readPrivate(folder, name)
  if (kept && kept.length !== BYTES)
    throw new StartProblem(
      `${join(folder.path, name)} is damaged: ${kept.length} bytes, not ${BYTES}. ${PUT_BACK}`,
    )
  return kept
}

const fromText = (text: string): Buffer => keyFor(Buffer.from(text), 'master key from the environment')

/** The master key as this process holds it: from the environment where one is given, else kept beside the data. */
export function masterKey(folder: Folder, env = process.env): Buffer {
  if (env.SANDSAGE_MASTER_KEY) return fromText(env.SANDSAGE_MASTER_KEY)
  const kept = readKey(folder, FILE)
  if (kept) return kept
  const made = newKey()
  writePrivately(folder, FILE, made)
  return made
}

/** The folder's own key, and the next one beside it while keys are rotated. */
function keysOfFolder(folder: Folder): MasterKeys {
  masterKey(folder, {})
  const keys = () => [readKey(folder, FILE), readKey(folder, NEXT)].filter((key) => key !== undefined)
  return localKeys(keys, {
    renew() {
      if (!existsSync(join(folder.path, NEXT))) writePrivately(folder, NEXT, newKey())
    },
    retire(inUse) {
      const next = readKey(folder, NEXT)
      if (!next || inUse.includes(idOf(masterKey(folder, {})))) return
      // The same key under both names for a moment: whatever happens in between, none is missing.
      writePrivately(folder, FILE, next)
      rmSync(join(folder.path, NEXT), { force: true })
    },
  })
}

/** `SANDSAGE_MASTER_KEY_BEFORE`: the one that is being rotated away from. */
function keysOfEnvironment(env: NodeJS.ProcessEnv): MasterKeys {
  const texts = [env.SANDSAGE_MASTER_KEY_BEFORE, env.SANDSAGE_MASTER_KEY].filter((text) => text !== undefined)
  const keys = texts.map(fromText)
  return localKeys(() => keys)
}

/** Who keeps the master key: a key service, the environment, or the data folder. */
export async function masterKeys(folder: Folder, env = process.env): Promise<MasterKeys> {
  if (env.SANDSAGE_KMS_URL) return serviceKeys(overHttp(env.SANDSAGE_KMS_URL, env.SANDSAGE_KMS_TOKEN))
  if (env.SANDSAGE_KMS_COMMAND) return serviceKeys(overCommand(env.SANDSAGE_KMS_COMMAND))
  return env.SANDSAGE_MASTER_KEY ? keysOfEnvironment(env) : keysOfFolder(folder)
}
