export { applyChange, type Change, diffSchedules, replan, type ScheduleDiff } from './change.ts'
export { findOverbooked, type Overbooked } from './overbooked.ts'
export { type Schedule, schedule } from './schedule.ts'
export type { Task } from './task.ts'
