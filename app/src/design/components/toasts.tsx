import {
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components'
import { useWords } from '../languages/LanguageProvider.tsx'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { kitWords } from './words.ts'

type ToastText = { text: string }

const queue = new ToastQueue<ToastText>({ maxVisibleToasts: 3 })

/** Says that something was done: `showToast(t('sent'))`. Problems never go here: they stay, in a Notice. */
export function showToast(text: string): void {
  queue.add({ text }, { timeout: 8000 })
}

/** Put once, at the end of the page. */
export function Toasts() {
  const t = useWords(kitWords)
  return (
    <ToastRegion queue={queue} className="toasts" aria-label={t('messages')}>
      {({ toast }) => (
        <Toast toast={toast} className="toast">
          <Icon name="check" />
          <ToastContent className="toast-words">
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          <Button kind="bare" slot="close" aria-label={t('close')}>
            <Icon name="close" />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  )
}
