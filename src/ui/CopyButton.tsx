import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { announce } from './announce'
import { Button } from './Button'
import { IconButton } from './IconButton'

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
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready')
  // The tick stays for a moment: time passes outside React.
  useEffect(() => {
    if (state === 'ready') return
    const timer = setTimeout(() => setState('ready'), 2_000)
    return () => clearTimeout(timer)
  }, [state])
  async function copy() {
    const next = await copyText(typeof text === 'string' ? text : text())
    setState(next)
    if (next === 'copied') onCopied?.()
    announce(next === 'copied' ? 'Copied' : 'The browser did not allow copying')
  }
  const shared = {
    icon: state === 'copied' ? Check : Copy,
    onClick: copy,
  }
  if (children === undefined) return <IconButton {...shared} size="small" aria-label={label} />
  return <Button {...shared}>{children}</Button>
}

async function copyText(text: string): Promise<'copied' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}
