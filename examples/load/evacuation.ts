import type { Loader } from './loader.ts'

export async function fly(_loader: Loader): Promise<void> {}
