import type { Loader } from './loader.ts'

export async function publish(_loader: Loader): Promise<void> {}
