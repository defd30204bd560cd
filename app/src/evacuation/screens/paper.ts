import { useLanguage } from '../../design/kit.ts'
import { evacuation } from './asking.ts'

type Sent = { name: string; base64: string }

/** Hands a paper to the reader's own device under its own name. */
function saveToDevice({ name, base64 }: Sent): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}

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
