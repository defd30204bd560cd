import { useEffect } from 'react'
import { mayRead, professions } from '../../access.ts'
import type { AnswerOf } from '../../asking.ts'
import { asking, useHere } from '../../screens/use.tsx'
import type { operations } from '../operations.ts'

export const emergency = asking<typeof operations>('emergency')

export type Listed = AnswerOf<typeof operations, 'listEmergencies'>
export type Mine = Listed['mine'][number]
export type ToAgree = Listed['toAgree'][number]
export type ToReview = Listed['toReview'][number]

/** Those whose work is with people's files. */
export const workers = professions.filter((profession) => mayRead(profession, 'file'))

const MINUTE = 60_000

/** What stands and what waits, asked anew each minute, so that what has run out is not shown as standing. */
export function useEmergencies() {
  const { actor } = useHere()
  const works = actor !== null && workers.includes(actor.profession)
  const answer = emergency.useAnswer('listEmergencies', works ? {} : undefined)
  const { refetch } = answer
  useEffect(() => {
    if (!works) return
    const timer = setInterval(() => void refetch(), MINUTE)
    return () => clearInterval(timer)
  }, [works, refetch])
  return answer
}

export const waitingIn = (listed: Listed | undefined): number =>
  listed ? listed.toAgree.length + listed.toReview.length : 0
