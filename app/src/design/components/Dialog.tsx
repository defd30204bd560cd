import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useWords } from '../languages/LanguageProvider.tsx'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { Icon } from './Icon.tsx'
import { kitWords } from './words.ts'

export type DialogProps = {
  open: boolean
  onClose: () => void
  title: string
  wide?: boolean
  /** A signature or a choice that must be made: only its own buttons close it, not a click outside. */
  mustAnswer?: boolean
  children: ReactNode
}

/** `<Dialog open={asking} onClose={() => setAsking(false)} title={t('sign')}>…</Dialog>` */
export function Dialog({ open, onClose, title, wide, mustAnswer = false, children }: DialogProps) {
  const t = useWords(kitWords)
  return (
    <ModalOverlay
      className="veil"
      isOpen={open}
      onOpenChange={(isOpen) => !isOpen && onClose()}
      isDismissable={!mustAnswer}
      isKeyboardDismissDisabled={mustAnswer}
    >
      <Modal className={classes('modal', wide && 'modal-wide')}>
        <AriaDialog className="dialog" role={mustAnswer ? 'alertdialog' : 'dialog'}>
          <div className="dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            {mustAnswer ? null : (
              <span className="dialog-close">
                <Button kind="bare" onPress={onClose} aria-label={t('close')}>
                  <Icon name="close" />
                </Button>
              </span>
            )}
          </div>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
