import { Button } from '../../../design/components/Button.tsx'
import { useWords } from '../../../design/languages/LanguageProvider.tsx'
import { ask } from '../../asking.ts'
import type { Language } from '../../model.ts'
import { saveToDevice } from '../../screens/files.ts'
import { useHere } from '../../screens/use.tsx'
import type { Erasable } from '../model.ts'
import type { operations } from '../operations.ts'
import { words } from '../words.ts'

/** The certificate in the reader's language, with the proof of its event where the log has it already. */
export function CertificateButton({ file, what }: { file: string; what: Erasable }) {
  const t = useWords(words)
  const { wire } = useHere()
  const save = async () => {
    const language = wire.language as Language
    const { pdf, proof } = await ask<typeof operations, 'certificate'>(wire, 'protection', 'certificate', {
      ...{ file, what, language },
    })
    saveToDevice(pdf)
    if (proof) saveToDevice(proof)
  }
  return (
    <Button kind="quiet" onPress={() => void save()}>
      {t('protection.certificate')}
    </Button>
  )
}
