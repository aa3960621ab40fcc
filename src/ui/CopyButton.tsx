import { Check, Copy } from 'lucide-react'
import { type MouseEvent, useEffect, useState } from 'react'
import { announce } from './announce'
import { Button } from './Button'
import { IconButton } from './IconButton'
import { showTip } from './tip'

/** With `children` a button with words, without them a small one for the end of a line (`label` names it). */
export function CopyButton({
  text,
  label,
  children,
  onCopied,
}: {
  /** What is copied; a function is asked when it is needed. */
  readonly text: string | (() => string)
  readonly label: string
  readonly children?: string | undefined
  readonly onCopied?: (() => void) | undefined
}) {
  const [isCopied, setCopied] = useState(false)
  // The tick stays for a moment: time passes outside React.
  useEffect(() => {
    if (!isCopied) return
    const timer = setTimeout(() => setCopied(false), 2_000)
    return () => clearTimeout(timer)
  }, [isCopied])
  async function copy({ currentTarget }: MouseEvent<HTMLButtonElement>) {
    const isDone = await wasCopied(typeof text === 'string' ? text : text())
    setCopied(isDone)
    announce(isDone ? 'Copied' : refused)
    if (isDone) onCopied?.()
    else showTip(currentTarget, refused)
  }
  const shared = {
    icon: isCopied ? Check : Copy,
    onClick: copy,
  }
  if (children === undefined) return <IconButton {...shared} size="small" aria-label={label} />
  return <Button {...shared}>{children}</Button>
}

const refused = 'The browser did not allow copying'

async function wasCopied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}
