export type Selected = { selected: string; before: string; after: string }

const AROUND = 120
const MOST = 300

/** The selected text of an element with what stands before and after it in the same element. */
export function readSelection(within: HTMLElement): Selected | undefined {
  const selection = window.getSelection()
  if (!selection || selection.rangeCount === 0) return undefined
  const range = selection.getRangeAt(0)
  const selected = range.toString().trim()
  if (!selected || !within.contains(range.commonAncestorContainer)) return undefined
  const before = document.createRange()
  before.setStart(within, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const after = document.createRange()
  after.setStart(range.endContainer, range.endOffset)
  after.setEnd(within, within.childNodes.length)
  return {
    selected: selected.slice(0, MOST),
    before: before.toString().slice(-AROUND),
    after: after.toString().slice(0, AROUND),
  }
}
