/** The people of a small world that every operation is tried on. */
export type Ids = { operation: string; child: string; sibling: string; relative: string; worker: string }

/** For each operation of a station one input that its schema takes, about the people of that world. */
export type Examples = Record<string, (ids: Ids) => unknown>
