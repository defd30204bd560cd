import type { ComponentType, ReactNode } from 'react'
import type { Asker } from '../access.ts'
import type { PersonKind } from '../model.ts'
import { type Station, stations } from '../steps.ts'

/** What the menu is made of, in this order: the way home, then those who watch over it and let people in. */
export const menuRooms = ['casefile', ...stations, 'emergency', 'protection', 'accounts'] as const
export type Room = Station | (typeof menuRooms)[number]

/** One screen of the house: where it is, who has a use for it, and what draws it. */
export type Screen = {
  /** TanStack Router's path, `/tracing/candidates` or `/children/$child`. */
  path: string
  /** The key of its title in the station's words. */
  title: string
  station: Room
  /** Who is offered it. The server decides again on every question; this only spares people a refusal. */
  may: readonly Asker[]
  /** Shown in the station's menu; screens reached from another screen are not. */
  inMenu?: boolean
  /** Stands beside its room in the menu: how much waits there for the reader. */
  mark?: ComponentType
  component: () => ReactNode
}

/** A part of a person's own page that a station brings. */
export type Panel = {
  station: Room
  may: readonly Asker[]
  /** On whose page: a child's, unless told otherwise. */
  of?: readonly PersonKind[]
  component: ComponentType<{ child: string; operation: string }>
}
