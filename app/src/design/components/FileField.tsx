import { useId, useState } from 'react'
import { Button as AriaButton, DropZone, type FileDropItem, FileTrigger } from 'react-aria-components'
import { useLanguage, useWords } from '../languages/LanguageProvider.tsx'
import type { Language } from '../languages/language.ts'
import { translate } from '../languages/messages.ts'
import { Icon } from './Icon.tsx'
import { kitWords } from './words.ts'

export type FileFieldProps = {
  label: string
  help?: string
  error?: string
  value: File | undefined
  onChange: (file: File | undefined) => void
  /** Endings or media types, as the browser's `accept` takes them: `['.csv', '.xlsx']`. */
  accept?: readonly string[]
  /** Largest size taken, in bytes; larger files are refused with a sentence before anything is sent. */
  limit: number
}

/** `<FileField label={t('profile')} value={file} onChange={setFile} accept={['.csv']} limit={5_000_000} />` */
export function FileField({ label, help, error, value, onChange, accept, limit }: FileFieldProps) {
  const t = useWords(kitWords)
  const language = useLanguage()
  const id = useId()
  const [refused, setRefused] = useState<string>()
  const take = (file: File | undefined) => {
    const problem = file && fileProblem(language, file, accept, limit)
    setRefused(problem)
    onChange(problem ? undefined : file)
  }
  const sentence = refused ?? error
  return (
    <div className="field">
      <span className="field-label" id={id}>
        {label}
      </span>
      {help ? <span className="field-help">{help}</span> : null}
      <DropZone
        className="drop"
        aria-label={t('dropFile')}
        aria-labelledby={id}
        onDrop={async ({ items }) => take(await firstFile(items))}
      >
        <FileTrigger acceptedFileTypes={accept} onSelect={(files) => take(files?.[0])}>
          <AriaButton className="button button-quiet" aria-describedby={sentence ? `${id}-error` : id}>
            {t('chooseFile')}
          </AriaButton>
        </FileTrigger>
        {value ? (
          <Chosen file={value} remove={() => take(undefined)} />
        ) : (
          <span className="soft">{t('dropFile')}</span>
        )}
      </DropZone>
      {sentence ? (
        <span className="field-error" id={`${id}-error`} role="alert">
          <Icon name="alert" />
          <span>{sentence}</span>
        </span>
      ) : null}
    </div>
  )
}

function Chosen({ file, remove }: { file: File; remove: () => void }) {
  const t = useWords(kitWords)
  const language = useLanguage()
  return (
    <span className="drop-file">
      <Icon name="file" />
      <bdi>{file.name}</bdi>
      <span className="soft">{formatSize(language, file.size)}</span>
      <AriaButton className="button button-bare dialog-close" aria-label={t('removeFile')} onPress={remove}>
        <Icon name="close" />
      </AriaButton>
    </span>
  )
}

/** A size in words: `formatSize('en', 2_500_000)` is `2.5 MB` (decimal, as phones show them). */
export function formatSize(language: Language, bytes: number): string {
  if (bytes < 1000) return translate(kitWords, language, 'bytes', { n: bytes })
  const [key, unit] = bytes < 1e6 ? (['kilobytes', 1e3] as const) : (['megabytes', 1e6] as const)
  return translate(kitWords, language, key, { n: Math.round((bytes / unit) * 10) / 10 })
}

function fileProblem(
  language: Language,
  file: File,
  accept: readonly string[] | undefined,
  limit: number,
): string | undefined {
  const name = file.name
  if (accept && !accept.some((kind) => isOfKind(file, kind))) {
    return translate(kitWords, language, 'wrongType', { name, types: accept.join(', ') })
  }
  if (file.size <= limit) return undefined
  const sizes = { size: formatSize(language, file.size), limit: formatSize(language, limit) }
  return translate(kitWords, language, 'tooLarge', { name, ...sizes })
}

function isOfKind(file: File, kind: string): boolean {
  if (kind.startsWith('.')) return file.name.toLowerCase().endsWith(kind.toLowerCase())
  return kind.endsWith('/*') ? file.type.startsWith(kind.slice(0, -1)) : file.type === kind
}

async function firstFile(items: readonly { kind: string }[]): Promise<File | undefined> {
  const dropped = items.find((item): item is FileDropItem => item.kind === 'file')
  return dropped?.getFile()
}
