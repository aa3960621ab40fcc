import { classes } from './classes'

export type ButtonVariant = 'plain' | 'primary' | 'danger' | 'bare'

const base =
  'inline-flex shrink-0 cursor-pointer items-center justify-center gap-1.5 rounded-6 border text-13 font-medium whitespace-nowrap no-underline transition-colors phone:h-10'
const off = 'aria-disabled:cursor-not-allowed aria-disabled:text-text-off'
const offGround = 'aria-disabled:border-hairline aria-disabled:bg-ground-hover'
const looks = {
  plain:
    'border-edge bg-ground text-text not-aria-disabled:hover:bg-ground-hover [&>svg]:text-text-3',
  primary:
    'border-transparent bg-accent-solid text-on-solid not-aria-disabled:hover:bg-accent-solid-hover',
  danger:
    'border-transparent bg-red-solid text-on-solid not-aria-disabled:hover:bg-red-solid-hover',
  bare: 'border-transparent text-text-2 not-aria-disabled:hover:bg-ground-hover [&>svg]:text-text-3',
} as const satisfies Record<ButtonVariant, string>
const tint = 'border-picked-line bg-picked text-accent'
const sizes = { control: 'h-8 px-3', square: 'size-8 phone:size-10' } as const

/** How a button looks: for router links, which `ui` does not know. */
export function buttonClass(
  variant: ButtonVariant = 'plain',
  size: keyof typeof sizes = 'control',
  tinted = false,
): string {
  return classes(
    base,
    sizes[size],
    tinted ? tint : looks[variant],
    off,
    variant !== 'bare' && offGround,
  )
}
