import { z } from 'zod'
import { eventsOf } from '../../casefile/event.ts'
import { operation } from '../../casefile/operation.ts'
import { accountNames } from '../../casefile/operations.ts'
import { requireKind } from '../../casefile/rules.ts'
import { PsychologyNote, psychologyNoted } from '../model.ts'

const may = ['psychologist'] as const

export const notePsychology = operation({
  summary: "Write a psychologist's note about a child; read by the child's psychologists and nobody else",
  may,
  needs: ['childSafeguarding'],
  input: PsychologyNote.extend({ child: z.uuid() }),
  output: z.object({}),
  async run(ctx, { child, text }) {
    const file = await ctx.file(child)
    requireKind(file, 'child')
    await ctx.record([file.id], psychologyNoted, { text })
    return {}
  },
})

const Note = z.object({ at: z.string(), by: z.string().nullable(), text: z.string() })

export const listPsychology = operation({
  summary: "A child's notes by psychologists, newest first; empty for whoever is no child",
  may,
  input: z.object({ child: z.uuid() }),
  output: z.object({ isChild: z.boolean(), notes: z.array(Note) }),
  reads: true,
  async run(ctx, { child }) {
    const file = await ctx.file(child)
    const names = await accountNames(ctx)
    const notes = eventsOf(file, psychologyNoted).map(({ recordedAt, by, detail }) => ({
      ...{ at: recordedAt, by: by && (names.get(by) ?? null), text: detail.text },
    }))
    return { isChild: file.kind === 'child', notes: notes.reverse() }
  },
})
