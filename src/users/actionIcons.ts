import { Archive, ArchiveRestore, type LucideIcon, Play, Trash2 } from 'lucide-react'
import type { Action } from '../providers/provider'
import { PauseIcon } from '../ui/pauseIcon'

export const actionIcons = {
  activate: Play,
  deactivate: PauseIcon,
  archive: Archive,
  unarchive: ArchiveRestore,
  delete: Trash2,
} as const satisfies Record<Action, LucideIcon>
