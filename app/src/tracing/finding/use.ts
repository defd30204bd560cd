import type { Context } from '../../casefile/context.ts'
import { type Finder, openFinder } from './finder.ts'

/** The names of the house that answers, laid out once in this process. */
export const finderOf = (ctx: Context): Finder => ctx.kept('names to find people by', openFinder)
