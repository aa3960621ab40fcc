/** How an entry of a panel of the top bar looks. */
export const entryClass =
  'flex w-full cursor-pointer items-center gap-2.5 rounded-6 px-2.5 py-1.5 text-left text-13 text-text no-underline hover:bg-float-hover focus-visible:-outline-offset-2 phone:min-h-11'
