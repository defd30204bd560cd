import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** The width a frame has on this screen, in pixels; unlimited until it is measured. */
export function useRoom(): { frame: RefObject<HTMLDivElement | null>; room: number } {
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(Number.POSITIVE_INFINITY)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    setRoom(element.clientWidth)
    return () => observer.disconnect()
  }, [])
  return { frame, room }
}
