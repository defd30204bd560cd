import { useEffect, useRef, useState } from 'react'
import type { AnswerOf } from '../../casefile/asking.ts'
import type { operations } from '../operations.ts'
import { tracing } from './asking.ts'

export type Found = AnswerOf<typeof operations, 'find'>
export type FoundPerson = Found['groups'][number]['people'][number]

/** Somebody who types is asked after when they pause. */
const PAUSE = 180
/** While the names are laid out, the same is asked again. */
const AGAIN = 2500

/** What a text finds, a moment after it was typed; the last answer stays until the next is there. */
export function useFound(text: string, most: number) {
  const [settled, setSettled] = useState('')
  const last = useRef<Found>(undefined)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  const answer = tracing.useAnswer('find', settled === '' ? undefined : { text: settled, most })
  const { data, refetch } = answer
  if (data) last.current = data
  if (settled === '') last.current = undefined
  const isPartial = data?.anySpelling === false
  useEffect(() => {
    if (!isPartial) return
    const timer = setInterval(() => void refetch(), AGAIN)
    return () => clearInterval(timer)
  }, [isPartial, refetch])
  return { answer, found: data ?? last.current, isSettled: settled === text.trim() && data !== undefined }
}

/** Where a found person is looked at: a request among the requests, everybody else in their file. */
export const pathOf = (person: FoundPerson): string =>
  person.number ? `/tracing/requests/${person.id}` : `/children/${person.id}`
