import { z } from 'zod'
import type { Context } from '../../casefile/context.ts'
import { keepFiles } from '../../casefile/keeping.ts'
import { described, descriptionOf, Language, operationOf } from '../../casefile/model.ts'
import { operation, SentFile, toSentFile } from '../../casefile/operation.ts'
import { findPeople } from '../../casefile/operations.ts'
import { nameIn } from '../../casefile/rules.ts'
import { translate } from '../../design/languages/messages.ts'
import { setPaper } from '../../platform/paper.ts'
import { Refusal } from '../../platform/refusal.ts'
import { sha256 } from '../../platform/sealing.ts'
import { flightTime, getOperation } from '../gather.ts'
import { handoverOf, partiesOf, partySet, planOf, teamOf } from '../model.ts'
import { actBody } from '../papers/act.ts'
import { canonical } from '../papers/checksum.ts'
import { manifestBody } from '../papers/manifest.ts'
import { clockOf } from '../papers/time.ts'
import { words } from '../words.ts'
import { isStale } from './planning.ts'

const Printed = z.object({ file: SentFile })

/** Names of everybody in an operation, in a reader's language or the next best. */
async function namesIn(ctx: Context, operation: string, language: Language): Promise<(id: string) => string> {
  const people = await findPeople(ctx, { operation })
  const names = new Map(people.map((person) => [person.id, nameIn(person.names, language).text]))
  return (id) => names.get(id) ?? '–'
}

export const printManifest = operation({
  summary: 'The manifest of the plan that holds as a PDF: who sits where with whom, and who waits and why',
  may: ['lead', 'coordinator', 'consul', 'doctor'],
  input: z.object({ operation: z.uuid(), language: Language }),
  output: Printed,
  reads: true,
  async run(ctx, { operation: id, language }) {
    const flight = await getOperation(ctx, id)
    const recorded = planOf(flight)
    if (!recorded) throw new Refusal('no-plan')
    const { names, from, to } = operationOf(flight)!
    const files = await keepFiles(ctx, `manifest ${id}`, recorded.children, [described, partySet])
    ctx.shows(recorded.children)
    const births = new Map(files.map((file) => [file.id, descriptionOf(file)?.birth]))
    const events = files.flatMap((file) => file.events).sort((a, b) => a.seq - b.seq)
    const party = partiesOf(recorded.children, events)
    const team = teamOf(flight)
    const body = manifestBody({
      ...{ language, recorded, route: `${from} → ${to}`, operation: nameIn(names, language).text },
      ...{ checksum: sha256(canonical(recorded)).slice(0, 16), printedAt: ctx.now.toISOString() },
      stale: await isStale(ctx, flight, recorded),
      nameOf: await namesIn(ctx, id, language),
      birthOf: (child) => births.get(child),
      professionsOf: (worker) => team.get(worker)?.professions ?? [],
      partyOf: (child) =>
        recorded.children.filter((other) => other !== child && party.get(other) === party.get(child)),
    })
    const title = translate(words, language, 'evacuation.manifest')
    return {
      file: toSentFile(`manifest-${recorded.version}-${language}.pdf`, setPaper({ language, title, body })),
    }
  },
})

export const printAct = operation({
  summary: 'The act of handing over a child as a PDF to be signed by both sides; its opening is recorded',
  may: ['lead', 'doctor'],
  input: z.object({ child: z.uuid(), language: Language }),
  output: Printed,
  async run(ctx, { child, language }) {
    const file = await ctx.file(child)
    if (file.kind !== 'child' || !file.operation) throw new Refusal('not-a-child')
    const act = handoverOf(file)
    if (!act) throw new Refusal('not-handed-over')
    const flight = await getOperation(ctx, file.operation)
    const nameOf = await namesIn(ctx, flight.id, language)
    const body = actBody({
      ...{ language, child: nameOf(child), description: descriptionOf(file), handover: act.detail },
      ...{ receiver: nameOf(act.detail.receivedBy), at: act.occurredAt, clock: clockOf(flightTime(flight)) },
      operation: nameIn(operationOf(flight)!.names, language).text,
    })
    const title = translate(words, language, 'evacuation.act')
    return { file: toSentFile(`act-${child.slice(-6)}-${language}.pdf`, setPaper({ language, title, body })) }
  },
})
