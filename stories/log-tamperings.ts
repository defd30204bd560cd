import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Finding } from '../app/src/casefile/proof/verify/findings.ts'
import type { Tx } from '../app/src/platform/database.ts'

type Pick = (below: number) => number
/** Changes one row as the owner of the database and answers which finding names it. */
type Tampering = (tx: Tx, pick: Pick) => Promise<(finding: Finding) => boolean>

type Row = { seq: number; id: string; sealed: boolean }

async function anyEvent(tx: Tx, pick: Pick, where = 'true'): Promise<Row> {
  const { rows } = await sql<Row>`
    select seq, id, sealed is not null as sealed from events where ${sql.raw(where)} order by seq`.execute(tx)
  return rows[pick(rows.length)]!
}

const named = (id: string) => (finding: Finding) => finding.id === id

const set =
  (assignment: (pick: Pick) => string, where?: string): Tampering =>
  async (tx, pick) => {
    const { seq, id } = await anyEvent(tx, pick, where)
    await sql`update events set ${sql.raw(assignment(pick))} where seq = ${seq}`.execute(tx)
    return named(id)
  }

const events: Record<string, Tampering> = {
  'the type': set(() => `type = type || 'x'`),
  'the class': set(() => `class = case class when 'dna' then 'file' else 'dna' end`),
  'the time, by a microsecond': set(() => `occurred_at = occurred_at + interval '1 microsecond'`),
  'the time of recording': set(() => `recorded_at = 'infinity'`),
  'the author': set(() => `by = '${randomUUID()}'`),
  'the author, to nobody': set(() => 'by = null', 'by is not null'),
  'the device': set(() => `device = device || E'\\n'`),
  'the id': set(() => 'id = gen_random_uuid()'),
  'whom it is about': set(() => `about = about || '${randomUUID()}'::uuid`, 'open is not null'),
  'the shape of whom it is about': set(() => 'about = array[about]'),
  'one bit of what is sealed': set((pick) => {
    const bit = pick(200)
    return `sealed = set_bit(sealed, ${bit}, 1 - get_bit(sealed, ${bit}))`
  }, 'sealed is not null'),
  'what is sealed, emptied': set(() => `sealed = ''`, 'sealed is not null'),
  'an open detail': set(() => `open = open || '{"x": 1.0}'`, 'open is not null'),
  'a sealed detail laid open': set(() => `sealed = null, open = '{}'`, 'sealed is not null'),
  removed: async (tx, pick) => {
    const { seq, id } = await anyEvent(tx, pick)
    await sql`delete from events where seq = ${seq}`.execute(tx)
    return named(id)
  },
  'moved to the end': async (tx, pick) => {
    const { seq, id } = await anyEvent(tx, pick)
    await sql`update events set seq = default where seq = ${seq}`.execute(tx)
    return named(id)
  },
  'two exchanged': async (tx, pick) => {
    const one = await anyEvent(tx, pick)
    const other = await anyEvent(tx, pick, `seq <> ${one.seq}`)
    await sql`alter table events alter column seq drop identity`.execute(tx)
    for (const [from, to] of [
      [one.seq, -1],
      [other.seq, one.seq],
      [-1, other.seq],
    ])
      await sql`update events set seq = ${to} where seq = ${from}`.execute(tx)
    return named(one.id)
  },
  'put in behind the trigger': async (tx, pick) => {
    const like = await anyEvent(tx, pick)
    const id = randomUUID()
    await sql`insert into events (id, about, type, class, occurred_at, recorded_at, by, device, sealed, open)
      select ${id}, about, type, class, occurred_at, recorded_at, by, device, sealed, open from events where seq = ${like.seq}`.execute(
      tx,
    )
    return named(id)
  },
  'put into an unused lower place': async (tx, pick) => {
    const like = await anyEvent(tx, pick)
    const id = randomUUID()
    await sql`insert into events (seq, id, about, type, class, occurred_at, device, open) overriding system value
      select ${-1 - pick(1000)}, ${id}, about, type, class, occurred_at, device, '{}' from events where seq = ${like.seq}`.execute(
      tx,
    )
    return named(id)
  },
}

type LeafRow = { index: number; seq: number; id: string }
async function anyLeaf(tx: Tx, pick: Pick): Promise<LeafRow> {
  const { rows } = await sql<LeafRow>`select index, seq, id from log_leaves order by index`.execute(tx)
  return rows[pick(rows.length)]!
}

const leaves: Record<string, Tampering> = {
  'the hash of a leaf': async (tx, pick) => {
    const { index } = await anyLeaf(tx, pick)
    await sql`update log_leaves set hash = ${randomBytes(32)} where index = ${index}`.execute(tx)
    return (finding) => finding.kind === 'leaf-changed' && finding.index === index
  },
  'the event of a leaf': async (tx, pick) => {
    const { index } = await anyLeaf(tx, pick)
    await sql`update log_leaves set seq = 5000000 where index = ${index}`.execute(tx)
    return (finding) => finding.index === index
  },
  'a leaf removed': async (tx, pick) => {
    const { index } = await anyLeaf(tx, pick)
    await sql`delete from log_leaves where index = ${index}`.execute(tx)
    return (finding) => finding.kind === 'leaf-removed' && finding.index === index
  },
  'an entry of the index by file removed': async (tx, pick) => {
    const { seq } = await anyEvent(tx, pick, `class <> 'opening'`)
    await sql`delete from event_files where seq = ${seq}`.execute(tx)
    return (finding) => finding.kind === 'file-missing' && finding.seq === seq
  },
  'an entry of the index by file put in': async (tx, pick) => {
    const { seq } = await anyEvent(tx, pick)
    const file = randomUUID()
    await sql`insert into event_files values (${file}, ${seq})`.execute(tx)
    return (finding) => finding.kind === 'file-extra' && finding.file === file
  },
  'a checkpoint rewritten': async (tx, pick) => {
    const { rows } = await sql<{ number: number }>`select number from log_checkpoints`.execute(tx)
    const { number } = rows[pick(rows.length)]!
    await sql`update log_checkpoints set note = replace(note, E'\n\n', E'\nmore\n\n') where number = ${number}`.execute(
      tx,
    )
    return (finding) => finding.kind === 'checkpoint-changed' && finding.number === number
  },
  'a checkpoint removed': async (tx, pick) => {
    const { rows } = await sql<{
      number: number
    }>`select number from log_checkpoints order by number`.execute(tx)
    const { number } = rows[pick(rows.length - 1)]!
    await sql`delete from log_checkpoints where number = ${number}`.execute(tx)
    return (finding) => finding.kind === 'checkpoint-removed' && finding.number === number
  },
  'the key of a person exchanged': async (tx, pick) => {
    const { seq, id } = await anyEvent(tx, pick, 'sealed is not null')
    await sql`update keystore.keys set wrapped = ${randomBytes(61)} where file = (select about[1] from events where seq = ${seq})`.execute(
      tx,
    )
    return (finding) => finding.kind === 'does-not-open' && finding.id === id
  },
}

export const databaseTamperings: Record<string, Tampering> = { ...events, ...leaves }
