import { saveToDevice } from '../../casefile/screens/files.ts'
import { useLanguage } from '../../design/kit.ts'
import { evacuation } from './asking.ts'

/** Prints in the language that the reader reads now. */
export function useManifest(operation: string) {
  const language = useLanguage()
  const print = evacuation.useDoing('printManifest')
  return {
    print,
    press: () => print.mutate({ operation, language }, { onSuccess: ({ file }) => saveToDevice(file) }),
  }
}

export function useAct(child: string) {
  const language = useLanguage()
  const print = evacuation.useDoing('printAct')
  return {
    print,
    press: () => print.mutate({ child, language }, { onSuccess: ({ file }) => saveToDevice(file) }),
  }
}
