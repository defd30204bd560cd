import type { Loader } from './loader.ts'

export async function rebuildLives(_loader: Loader): Promise<void> {}
