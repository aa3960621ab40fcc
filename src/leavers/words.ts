/** What stands in mails and spreadsheets around names, in English and German. */

export const greeting =
  /^(?:hi|hello|hey|dear|hallo|liebe[rs]?|guten|moin|servus|sehr geehrte[rs]?|good (?:morning|afternoon|evening|day)|bonjour|team)\b/i

/** Below it, somebody signs. */
export const closing =
  /^(?:(?:(?:best|kind|warm|many)\s+)?(?:regards|wishes|greetings)|best|cheers|thanks|thank you|many thanks|danke|vielen dank|(?:viele|beste|liebe|schöne|herzliche)\s+grüße|mit (?:freundlichen|besten) grüßen|mfg|vg|lg|sent from|von meinem)\b[\s\p{P}]*(?:\p{L}+[\s\p{P}]*){0,2}$/iu

/** The lines at the top of a mail: who wrote it and to whom. */
export const mailHead = /^(?:from|to|cc|bcc|reply-to|von|an|kopie)\s*:/i

/** The same, and naming nobody: "Subject: Leavers". */
export const mailTop = /^(?:subject|date|sent|betreff|datum|gesendet|re|aw|fwd?|wg)\s*:|^[-_]{3,}/i

/** A line that says one of these may mean somebody else than who leaves, or not yet. */
export const doubtful =
  /\b(?:not|nicht|except|außer|unless|instead|stattdessen|replace[sd]?|ersetzt|keeps?|stays?|bleibt|bleiben|behält|manager|supervisor|vorgesetzte[rn]?|approv\w*|request\w*|questions?|fragen|contact|ansprech\w*|hand(?:s|ed)? ?over|übergabe|successor|nachfolge\w*)\b/iu

export const particles = new Set(
  'von,van,vom,zu,zur,de,del,della,der,den,des,di,da,dos,du,la,le,lo,el,al,bin,ibn,ben,bint,ter,ten,y,e,af,av,und,st,san,mc,o'.split(
    ',',
  ),
)

/** A line of small letters with one of these is a sentence. */
export const functionWords = new Set(
  'a,an,and,are,as,at,be,by,for,from,has,have,he,her,his,i,in,is,it,leave,leaves,me,my,of,off,on,or,our,out,please,she,so,thanks,that,the,their,them,these,they,this,to,us,was,we,will,with,you,your,auch,auf,aus,bei,bitte,das,dem,die,ein,eine,er,es,für,hat,ich,ihr,im,ist,mit,nach,sie,sind,so,und,uns,wir,zum'.split(
    ',',
  ),
)

/** The columns of a spreadsheet. */
export const columns = {
  id: /^(?:\p{L}+ )?(?:id|uuid|guid)$/iu,
  email:
    /^(?:(?:work|business|primary|user|geschäftliche) )?(?:e-?mail|mail)[ -]?(?:address|adresse|addr)?$/iu,
  first: /^(?:first|given) ?name$|^vorname$|^forename$/i,
  last: /^(?:last|family) ?name$|^surname$|^(?:nach|familien)name$/i,
  name: /^(?:(?:full|display|user|employee) ?)?name$|^(?:user|person|employee|mitarbeiter(?:in)?|anzeigename|vollständiger name|who|leavers?)$/i,
} as const
