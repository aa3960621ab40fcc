import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { ToastNotice } from './ToastNotice'
import { toasts } from './toasts'

/** Once in the app's frame. */
export function Toasts() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get)
  const layer = useRef<HTMLDivElement>(null)
  const newest = shown.at(-1)?.id
  // The top layer is a stack: a new notice has to come above a dialog opened since the last one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per new notice
  useLayoutEffect(() => {
    layer.current?.showPopover()
    return () => layer.current?.hidePopover()
  }, [newest])
  return (
    <div
      ref={layer}
      popover="manual"
      role="status"
      className="pointer-events-none fixed inset-x-0 top-auto bottom-12 mx-auto flex w-fit max-w-[calc(100vw-24px)] flex-col gap-2 overflow-visible bg-transparent print:hidden"
    >
      {shown.map(toast => (
        <ToastNotice key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
