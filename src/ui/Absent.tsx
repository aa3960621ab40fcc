/** Stands where something is not there: "not known", "no e-mail". Italic is kept for this. */
export function Absent({ children }: { readonly children: string }) {
  return <span className="text-text-3 italic">{children}</span>
}
