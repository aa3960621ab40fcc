/** "Forward slashes are escaped." https://experienceleague.adobe.com/en/docs/workfront/using/adobe-workfront-api/api-general-information/escaped-characters */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body).replaceAll('/', '\\/'), {
    status,
    headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  })
}

/** What the gateway before Workfront answers: a page. */
export function gatewayPage(status: number, headers: Record<string, string> = {}): Response {
  const title = titles[status] ?? 'Something stood in the way'
  return new Response(
    `<HTML><HEAD><TITLE>${title}</TITLE></HEAD><BODY><H1>${title}</H1>Reference&#32;&#35;18&#46;5f3c9a17</BODY></HTML>\n`,
    { status, headers: { 'content-type': 'text/html', ...headers } },
  )
}

const titles: Readonly<Record<number, string>> = {
  403: 'Access Denied',
  414: 'Request-URI Too Long',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
}
