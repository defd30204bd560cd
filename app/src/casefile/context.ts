import { sql } from 'kysely'
import type { Tx } from '../platform/database.ts'
import { newId } from '../platform/identity.ts'
import { HANDS_ROLE, type Piece } from '../platform/jobs.ts'
import { Refusal } from '../platform/refusal.ts'
import { sha256 } from '../platform/sealing.ts'
import { type Asker, type Class, houseRoles, roleOf } from './access.ts'
import { type Desk, openDesk } from './accounts/desk.ts'
import { requireLasting } from './emergency/lasting.ts'
import type { CaseFile, EventType, LogEvent } from './event.ts'
import { type Actor, askerOf, type Caller, type House, type Language, type Session } from './house.ts'
import { keptOf } from './kept.ts'
import { asRole, openKeys } from './keys.ts'
import { appendEvent, isThere, lockFiles, project, readEvents } from './log.ts'
import { openFiles } from './merging/files.ts'
import { isAboutFiles, joins } from './merging/model.ts'
import { asRead, findGroups, redraw } from './merging/reading.ts'
import { opened } from './openings/model.ts'
import { inEmergency, toRecord } from './openings/recording.ts'
import { asSequencer, type LogDesk } from './proof/desk.ts'
import { paperSaved } from './proof/model.ts'
import { destroyKeys, dropRows } from './protection/destroying.ts'
import type { Erasable } from './protection/model.ts'

export type Paper = { id: string; sha256: string; bytes: number }

/** What an operation works with: everything passes the wall of the one who asks. */
export type Context = {
  asker: Asker
  actor: Actor | null
  /** How the actor is signed in; undefined for nobody, and for what the house does itself. */
  session: Session | undefined
  language: Language
  now: Date
  /** The caller's network address, only for limiting how often somebody without an account may ask. */
  origin: string
  /** The public address of the house. */
  address: string
  /** Read tables, as the asker may see them: `ctx.db.withTables<...>()`. */
  db: Tx
  /** A file as the asker may see it, with those joined into it. Refuses (404) when nothing of it is theirs to see. Locks it when writing. */
  file(id: string): Promise<CaseFile>
  /** Several files, in the order asked; refuses when one of them is not theirs to see. */
  files(ids: string[]): Promise<CaseFile[]>
  /**
   * Several files as far as events of these types say, for the program to compare and to count. Nobody opens them by
   * that: what of them is then shown is told to `shows`. `version` is that of these types alone.
   */
  lookThrough(ids: string[], types: readonly string[]): Promise<CaseFile[]>
  /** What was looked through in these files is shown to the one who asks: they are opened. */
  shows(ids: Iterable<string>): void
  createFile(kind: string, operation: string | null): Promise<string>
  record<D>(about: string[], of: EventType<D>, detail: D, occurredAt?: Date): Promise<LogEvent<D>>
  /** Adds what the holder of a file's secret writes; the operation has made sure that they hold it. */
  receive<D>(about: string, of: EventType<D>, detail: D): Promise<LogEvent<D>>
  savePaper(about: string, of: Class, content: Buffer): Promise<Paper>
  readPaper(id: string): Promise<Buffer>
  /** Hands out work in this transaction; ids and numbers only, because what is handed out is not sealed. */
  hand(queue: string, pieces: Piece[]): Promise<void>
  /** Counts for figures: the role sees read tables of every station and no detail of anyone. */
  asCounter<T>(work: (db: Tx) => Promise<T>): Promise<T>
  /** What concerns accounts and the ways into them: the role sees no file of a person. */
  asDoorkeeper<T>(work: (desk: Desk) => Promise<T>): Promise<T>
  /** Places and proves in the tree over the log. */
  asSequencer<T>(work: (desk: LogDesk) => Promise<T>): Promise<T>
  /** What this process keeps of the house between requests, made when first asked for: a help, never the truth. */
  kept<T>(name: string, make: (house: House) => T): T
  /** Asks what there is of each class in files, and of how much; nothing of what it says. */
  asEraser<T>(work: (db: Tx) => Promise<T>): Promise<T>
  /** Destroys the keys of a file and of all joined into it, or of one class in them, with their rows. Answers how many. */
  destroyKeys(file: string, what: Erasable | 'list'): Promise<number>
  /**
   * All that is recorded about one person, of every class, for that person themselves; in a role of its own, used for
   * nothing else. The operation records that it was given.
   */
  discloseFile(file: string): Promise<(LogEvent & { class: Class })[]>
  /**
   * Adds, in the actor's own name and about a file that the wall may keep from them, an event of an emergency. The
   * wall takes those types from nobody else's hand and no other types from this one.
   */
  recordEmergency<D>(about: string, of: EventType<D>, detail: D): Promise<LogEvent<D>>
  /** Events of emergencies that are the actor's own or about files they work on. That they were read is no opening. */
  readEmergencies(files: string[]): Promise<LogEvent[]>
  /** Asks which emergencies there are that are the actor's own or of files they work on. */
  asEmergency<T>(work: (db: Tx) => Promise<T>): Promise<T>
  /** Writes to a read table outside an event's projection is not possible; this asks one question as the projector. */
  asProjector<T>(work: (db: Tx) => Promise<T>): Promise<T>
}

/** `close` records, when the operation of that name has done its work, which files it opened. */
export type OpenContext = Context & {
  close(operation: string, opened?: ReadonlySet<string>): Promise<() => void>
  opened: ReadonlySet<string>
}

export function openContext(house: House, caller: Caller, tx: Tx, writes: boolean): OpenContext {
  const asker = askerOf(caller)
  const role = roleOf(asker)
  const keys = openKeys(tx, house.ring, role)
  const now = house.now()
  const by = caller.actor?.id ?? null

  const { readIds, files, isNew, forget } = openFiles(tx, keys, writes)

  /** After two files were joined or parted: rows that follow the person are drawn anew. */
  async function follow(about: string[]): Promise<void> {
    forget()
    const groups = await findGroups(tx, about)
    const members = [...groups.keys()]
    const events = await asRead(tx, (await readEvents(tx, keys, members)).filter(isThere), groups)
    await asRole(tx, houseRoles.projector, role, () =>
      redraw(tx, house.registry.projections, members, events),
    )
  }

  /** Read tables follow in the same transaction; only the log knows an event's place. */
  const place = <D>(event: Omit<LogEvent<D>, 'seq'>): Promise<LogEvent<D>> =>
    asRole(tx, houseRoles.projector, role, async () => {
      const { rows } = await sql<{ seq: number }>`select seq from events where id = ${event.id}`.execute(tx)
      const placed = { ...event, seq: rows[0]!.seq }
      await project(tx, house.registry.projections, placed)
      return placed
    })

  /** One event in a role that adds its own types and nothing else, about a file that the asker may not see. */
  async function addAs<D>(as: string, author: string | null, about: string, of: EventType<D>, detail: D) {
    await lockFiles(tx, [about])
    await keys.load([about])
    const times = { occurredAt: now, recordedAt: now, by: author, device: caller.device }
    const entry = { about: [about], of, detail, ...times }
    return place(await asRole(tx, as, role, () => appendEvent(tx, keys, entry)))
  }

  const context: OpenContext = {
    asker,
    actor: caller.actor,
    session: caller.session,
    language: caller.language,
    now,
    origin: caller.address ?? '',
    address: house.address,
    db: tx,
    files,
    file: async (id) => (await files([id]))[0]!,
    lookThrough: (ids, types) => openFiles(tx, openKeys(tx, house.ring, role), false, types).files(ids),
    shows: (ids) => {
      for (const id of ids) keys.opened.add(id)
    },
    async createFile(kind, operation) {
      const id = newId(now.getTime())
      await sql`insert into files (id, kind, operation) values (${id}, ${kind}, ${kind === 'operation' ? id : operation})`.execute(
        tx,
      )
      await keys.make(id)
      isNew(id)
      return id
    },
    async record(asked, of, detail, occurredAt = now) {
      await lockFiles(tx, asked)
      const read = await readIds(asked)
      const about = isAboutFiles(of.type) ? asked : read
      if (asked.length === 1 && joins(of.type) && read[0] !== asked[0]) throw new Refusal('file-is-joined')
      if (of.lasting) await requireLasting(tx, about)
      const entry = { about, of, detail, occurredAt, recordedAt: now, by, device: caller.device }
      const placed = await place(await appendEvent(tx, keys, entry))
      if (about.length === 2 && joins(of.type)) await follow(about)
      return placed
    },
    receive: (about, of, detail) => addAs(houseRoles.receiver, null, about, of, detail),
    async savePaper(asked, of, content) {
      const [about] = (await readIds([asked])) as [string]
      const id = newId(now.getTime())
      const sealed = await keys.seal(about, of, content, `paper ${id}`)
      if (!sealed) throw new Refusal('file-erased')
      const sum = sha256(content)
      await sql`insert into papers (id, about, class, sha256, bytes, sealed, by) values
        (${id}, ${about}, ${of}, ${sum}, ${content.length}, ${sealed}, ${by})`.execute(tx)
      const paper = { sha256: sum, bytes: content.length }
      await context.record([about], paperSaved(of), { paper: id, ...paper })
      return { id, ...paper }
    },
    async readPaper(id) {
      const { rows } = await sql<{
        about: string
        class: string
        sealed: Buffer
      }>`select about, class, sealed from papers where id = ${id}`.execute(tx)
      const [row] = rows
      const plain = row && (await keys.open(row.about, row.class, row.sealed, `paper ${id}`))
      if (!plain) throw new Refusal('paper-not-found', {}, 404)
      return plain
    },
    hand: (queue, pieces) => asRole(tx, HANDS_ROLE, role, () => house.jobs.hand(tx, queue, pieces)),
    asCounter: (work) => asRole(tx, houseRoles.counter, role, () => work(tx)),
    asDoorkeeper: (work) =>
      asRole(tx, houseRoles.doorkeeper, role, () => work(openDesk(house, tx, { by, device: caller.device }))),
    asSequencer: (work) => asSequencer(tx, house.master, role, work),
    kept: (name, make) => keptOf(house, name, make),
    asEraser: (work) => asRole(tx, houseRoles.eraser, role, () => work(tx)),
    async discloseFile(file) {
      const members = [...(await findGroups(tx, [file])).keys()]
      await keys.load(members)
      const events = await asRole(tx, houseRoles.discloser, role, async () => {
        const asked = members.length ? members : [file]
        return [...(await readEvents(tx, keys, asked)), ...(await readEvents(tx, keys, asked, 'openings'))]
      })
      const classes = new Map(house.registry.events.map((event) => [event.type, event.class]))
      return events.filter(isThere).map((event) => ({ ...event, class: classes.get(event.type) ?? 'file' }))
    },
    async destroyKeys(file, what) {
      const members = [...(await findGroups(tx, [file])).keys()]
      const erasing = members.length ? members : [file]
      const keys = await asRole(tx, houseRoles.eraser, role, () => destroyKeys(tx, erasing, what))
      if (what === 'person')
        await asRole(tx, houseRoles.projector, role, () => dropRows(tx, house.registry.projections, erasing))
      return keys
    },
    opened: keys.opened,
    async close(operation, looked = keys.opened) {
      const standing = looked.size ? await inEmergency(tx, [...looked]) : new Map<string, string>()
      const { files, remember } = toRecord(house, by, operation, looked, standing)
      if (!files.length) return remember
      // No file is locked for it: whoever reads waits for nobody who writes. Its number comes before its place, as ever.
      await sql`select pg_current_xact_id()`.execute(tx)
      const times = { occurredAt: now, recordedAt: now, by, device: caller.device }
      const { urgent = [], usual = [] } = Object.groupBy(files, (file) =>
        standing.has(file) ? 'urgent' : 'usual',
      )
      const [plain, special] = [{ for: operation }, { for: operation, emergency: true as const }]
      if (usual.length)
        await place(await appendEvent(tx, keys, { about: usual, of: opened, detail: plain, ...times }))
      if (urgent.length)
        await place(await appendEvent(tx, keys, { about: urgent, of: opened, detail: special, ...times }))
      return remember
    },
    recordEmergency: (about, of, detail) => addAs(houseRoles.emergency, by, about, of, detail),
    async readEmergencies(files) {
      const own = openKeys(tx, house.ring, role)
      await own.load(files)
      const events = await asRole(tx, houseRoles.emergency, role, () => readEvents(tx, own, files))
      return events.filter(isThere)
    },
    asEmergency: (work) => asRole(tx, houseRoles.emergency, role, () => work(tx)),
    asProjector: (work) => asRole(tx, houseRoles.projector, role, () => work(tx)),
  }
  return context
}
