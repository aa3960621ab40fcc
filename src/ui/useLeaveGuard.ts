import { useEffect, useEffectEvent } from 'react'

/**
 * Asks before what was entered is lost by leaving: by the back button, a reload, or closing the tab.
 *
 * The app's router is not one that can block, so the platform is asked: the Navigation API lets going back be called
 * off, in answer to somebody's doing and where the browser has it. Elsewhere going back is not asked about; whatever
 * unloads the page is, everywhere. Links and menus need no guard: they are out of reach behind the dialog.
 * https://developer.mozilla.org/docs/Web/API/NavigateEvent
 * @param ask shows the question; `go` does what was called off
 */
export function useLeaveGuard(isDirty: boolean, ask: (go: () => void) => void): void {
  const onLeave = useEffectEvent(ask)
  // The browser's own ways out are outside React.
  useEffect(() => {
    if (!isDirty) return
    const navigation = 'navigation' in window ? window.navigation : undefined
    let isLeaving = false
    const onNavigate = (event: NavigateEvent) => {
      const { navigationType, destination, cancelable } = event
      if (isLeaving || navigationType !== 'traverse' || !destination.sameDocument) return
      if (!cancelable) return
      event.preventDefault()
      onLeave(() => {
        isLeaving = true
        navigation?.traverseTo(destination.key)
      })
    }
    // The browser asks in its own words.
    const onUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    navigation?.addEventListener('navigate', onNavigate)
    window.addEventListener('beforeunload', onUnload)
    return () => {
      navigation?.removeEventListener('navigate', onNavigate)
      window.removeEventListener('beforeunload', onUnload)
    }
  }, [isDirty])
}
