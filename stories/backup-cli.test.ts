import { type ChildProcess, spawn } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, type Table } from '../app/src/casefile/asking.ts'
import { ageOf } from '../app/src/doors/backup/list.ts'
import { restore } from '../app/src/doors/restore.ts'
import { openFolder } from '../app/src/platform/folder.ts'
import { StartProblem } from '../app/src/platform/refusal.ts'

const cli = fileURLToPath(new URL('../app/src/cli.ts', import.meta.url))
const running = new Set<ChildProcess>()
let place: string
const path = (name: string) => join(place, name)

function run(words: string[], env: Record<string, string> = {}) {
  const started = spawn(process.execPath, [cli, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, SANDSAGE_DATA: path('house'), PORT: '0', SANDSAGE_EXAMPLE: 'accounts', ...env },
  })
  running.add(started)
  let text = ''
  for (const stream of [started.stdout, started.stderr]) stream.on('data', (part) => (text += part))
  const ended = new Promise<number | null>((resolve) => started.on('exit', resolve))
  void ended.then(() => running.delete(started))
  return { process: started, output: () => text, ended }
}

async function say(words: string[], env: Record<string, string> = {}): Promise<[number | null, string]> {
  const one = run(words, env)
  return [await one.ended, one.output().trim()]
}

async function open(env: Record<string, string> = {}) {
  const one = run(['start'], env)
  for (let i = 0; i < 600 && !one.output().includes('Ctrl+C') && one.process.exitCode === null; i++)
    await new Promise((resolve) => setTimeout(resolve, 100))
  const base = one.output().match(/open at (\S+)/)?.[1]
  if (!base) throw new Error(one.output())
  const link = one.output().match(/Coordinator +\S+#(\S+)/)![1]!
  const wire = { base, language: 'en', unreachable: 'unreachable' }
  const { token } = (await ask<Table, string>(wire, 'session', 'signIn', { token: link })) as {
    token: string
  }
  const asked = <T>(verb: string, input: object) =>
    ask<Table, string>({ ...wire, token }, 'casefile', verb, input) as Promise<T>
  const close = async () => {
    one.process.kill('SIGINT')
    await one.ended
  }
  return { ...one, asked, close }
}

const names = async (house: Awaited<ReturnType<typeof open>>): Promise<string[]> => {
  const { operations } = await house.asked<{ operations: { names: { en: string } }[] }>('listOperations', {})
  return operations.map((one) => one.names.en)
}
const description = {
  ...{ names: { en: 'Kept' }, from: 'IQ', to: 'KZ', corridor: 'IQ-KZ' },
  ...{ flightAt: '2026-11-27T06:00:00Z', takesRequests: true },
}

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'sandsage-backups-'))
  chmodSync(place, 0o755)
})
afterAll(async () => {
  for (const one of running) one.kill('SIGKILL')
  rmSync(place, { recursive: true, force: true })
})

test('a running house is saved by one command and opened again elsewhere by another', async () => {
  const house = await open()
  expect(house.output()).toContain('There is no backup of this house yet')
  await house.asked('describeOperation', { description })

  const [, made] = await say(['backup', '--new-identity', path('identity')])
  const recipient = made.match(/age1\S+/)![0]
  expect(await say(['backup'])).toEqual([1, expect.stringContaining('Say where the backup goes')])
  expect(await say(['backup', path('saved')])).toEqual([1, expect.stringContaining('--recipient age1')])
  expect(await say(['backup', path('saved'), '--recipient', 'age1nobody'])).toEqual([
    1,
    '"age1nobody" is no age recipient (age1...).',
  ])
  const [code, saved] = await say(['backup', path('saved'), '--recipient', recipient])
  expect([code, saved]).toEqual([0, expect.stringMatching(/^Saved \d+ events as they were at \S+Z/)])
  expect(saved).toContain('The master key is in neither')
  const [, again] = await say(['backup', '--verify', '--identity', path('identity')])
  expect(again).toMatch(/Restored for a trial and compared byte for byte: \d+ events/)
  expect((await say(['backup', '--list']))[1].match(/less than an hour old/g)).toHaveLength(4)
  expect((await say(['backup', '--check', '--identity', path('identity')]))[1]).toContain(
    'Every file opens with this identity.',
  )
  await house.close()
  copyFileSync(join(path('house'), 'master.key'), path('master.copy'))

  const opening = ['--identity', path('identity'), '--master-key', path('master.copy')]
  const elsewhere = { SANDSAGE_DATA: path('elsewhere') }
  const restored = await say(['restore', path('saved'), ...opening], elsewhere)
  expect(restored).toEqual([
    0,
    expect.stringMatching(/^Restored as of \S+ \(less than an hour old\): \d+ events/),
  ])
  expect((await say(['log', 'verify'], elsewhere))[0]).toBe(0)
  const second = await open(elsewhere)
  expect(second.output()).toMatch(/The last backup is less than an hour old\./)
  expect(await names(second)).toEqual(['Kept'])
  await second.close()
  expect(await say(['restore', path('saved'), ...opening], elsewhere)).toEqual([
    1,
    expect.stringMatching(/There is a house in this place already .* Nothing was changed\./),
  ])
}, 300_000)

test('what cannot be restored is told in one sentence, and the folder stays empty', async () => {
  const other = { SANDSAGE_DATA: path('other') }
  const given = ['--identity', path('identity'), '--master-key', path('master.copy')]
  writeFileSync(path('no-key'), 'nothing')
  writeFileSync(path('wrong-key'), Buffer.alloc(32, 3))
  const [, made] = await say(['backup', '--new-identity', path('another')])
  expect(made).toContain('age1')
  const cases: [string[], RegExp][] = [
    [[], /^Say where the backup is/],
    [[path('nowhere'), ...given], /^There is no folder .*nowhere\.$/],
    [
      [path('saved'), '--identity', path('no-key'), '--master-key', path('master.copy')],
      /holds no age identity/,
    ],
    [[path('saved'), '--identity', path('identity'), '--master-key', path('no-key')], /is no master key/],
    [
      [path('saved'), '--identity', path('identity'), '--master-key', path('wrong-key')],
      /^This is not the master key this house was sealed with/,
    ],
    [
      [path('saved'), '--identity', path('another'), '--master-key', path('master.copy')],
      /This identity does not open/,
    ],
    [[path('saved'), ...given, '--at', 'yesterday'], /^--at is a time/],
    [
      [path('saved'), ...given, '--at', '2020-01-01T00:00:00Z'],
      /^There is no backup in .* of 2020-01-01T00:00:00\.000Z or earlier\.$/,
    ],
    [[path('saved'), ...given, '--keys', path('house')], /^There is no backup in .*house(-keys)?\.$/],
    [[path('saved'), ...given, '--everything'], /Unknown option '--everything'/],
    [[path('house'), ...given], /^There is no backup in .*house(-keys)?\.$/],
  ]
  for (const [words, sentence] of cases) {
    const problem = await restore(openFolder(path('other')), words).then(
      () => undefined,
      (cause) => cause,
    )
    expect(problem, words.join(' ')).toBeInstanceOf(StartProblem)
    expect((problem as Error).message).toMatch(sentence)
  }
  // Nobody sits at this terminal: what is missing is not waited for.
  for (const [words, sentence] of [
    [['--master-key', path('master.copy')], /nobody can be asked here\. Name it with --identity FILE\.$/],
    [['--identity', path('identity')], /--master-key FILE, or set SANDSAGE_MASTER_KEY\.$/],
  ] as const)
    expect(await say(['restore', path('saved'), ...words], other)).toEqual([
      1,
      expect.stringMatching(sentence),
    ])
  const left = readdirSync(path('other')).filter((name) =>
    ['cluster', 'master.key', 'server.json'].includes(name),
  )
  expect(left).toEqual([])
}, 300_000)

test('under a passphrase: asked once to make it, again to open it', async () => {
  const phrase = { SANDSAGE_BACKUP_PASSPHRASE: 'four words of the desert' }
  expect(
    await say(['backup', path('phrase'), '--passphrase'], { SANDSAGE_BACKUP_PASSPHRASE: 'short' }),
  ).toEqual([1, 'The passphrase is too short: 12 characters at least.'])
  expect((await say(['backup', path('phrase'), '--passphrase'], phrase))[0]).toBe(0)
  // The next one asks for nothing: it encrypts to the identity that the passphrase opens.
  expect((await say(['backup', path('phrase')]))[0]).toBe(0)
  const third = { SANDSAGE_DATA: path('third') }
  const words = ['restore', path('phrase'), '--master-key', path('master.copy')]
  expect(await say(words, { ...third, SANDSAGE_BACKUP_PASSPHRASE: 'another one entirely' })).toEqual([
    1,
    expect.stringContaining('This passphrase does not open'),
  ])
  expect((await say(words, { ...third, ...phrase }))[1]).toMatch(/^Restored as of/)
}, 300_000)

test('after the master key was changed the series goes on, and opens with the new key alone', async () => {
  expect((await say(['keys', 'rotate']))[0]).toBe(0)
  // Without a word of for whom: it is the same house.
  expect(await say(['backup', path('saved')])).toEqual([0, expect.stringContaining('parts')])
  copyFileSync(join(path('house'), 'master.key'), path('master.new'))
  const words = (key: string) => [
    'restore',
    path('saved'),
    ...['--identity', path('identity'), '--master-key', path(key)],
  ]
  const fourth = { SANDSAGE_DATA: path('fourth') }
  expect(await say(words('master.copy'), fourth)).toEqual([
    1,
    expect.stringMatching(/^This is not the master key this house was sealed with/),
  ])
  expect((await say(words('master.new'), fourth))[1]).toMatch(/^Restored as of/)
  const house = await open(fourth)
  expect(await names(house)).toEqual(['Kept'])
  await house.close()
}, 300_000)

test('a damaged or another master key is refused before anything is changed', async () => {
  const key = join(path('house'), 'master.key')
  const kept = readFileSync(key)
  for (const [content, sentence] of [
    [kept.subarray(0, 20), /master\.key is damaged: 20 bytes, not 32\..* Nothing was changed\.$/],
    [
      Buffer.alloc(32, 3),
      /^This is not the master key this house was sealed with\..* Nothing was changed\.$/,
    ],
  ] as const) {
    writeFileSync(key, content)
    expect(await say(['start'])).toEqual([1, expect.stringMatching(sentence)])
  }
  writeFileSync(key, kept)
  const house = await open()
  expect(await names(house)).toEqual(['Kept'])
  await house.close()
}, 300_000)

test('how old a backup is, in the largest unit that is at least one', () => {
  const now = new Date('2026-11-23T12:00:00Z')
  const ages = [
    '2026-11-23T11:30:00Z',
    '2026-11-23T11:00:00Z',
    '2026-11-22T12:00:00Z',
    '2026-11-20T11:00:00Z',
  ]
  expect(ages.map((at) => ageOf(at, now))).toEqual([
    'less than an hour old',
    '1 hour old',
    '24 hours old',
    '3 days old',
  ])
})
