import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** How much smaller than its own units a drawing of `width` appears in its frame: 1 where it fits. */
export function useDrawnScale(width: number): { frame: RefObject<HTMLDivElement | null>; scale: number } {
  const frame = useRef<HTMLDivElement>(null)
  const [room, setRoom] = useState(width)
  useLayoutEffect(() => {
    const element = frame.current
    if (!element) return
    const observer = new ResizeObserver(() => setRoom(element.clientWidth))
    observer.observe(element)
    setRoom(element.clientWidth)
    return () => observer.disconnect()
  }, [])
  return { frame, scale: Math.min(1, Math.max(0.36, room / width)) }
}
