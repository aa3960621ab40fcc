/** Sentences one below the other, each with a dash before it. */
export function Sentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ul className="flex flex-col gap-0.5">
      {sentences.map(sentence => (
        <li
          key={sentence}
          className="relative pl-3.5 wrap-anywhere before:absolute before:top-[9px] before:left-0.5 before:h-[1.5px] before:w-1 before:bg-text-3"
        >
          <bdi dir="ltr">{sentence}</bdi>
        </li>
      ))}
    </ul>
  )
}
