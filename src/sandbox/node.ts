import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { createSandbox } from './sandbox'
import type { SandboxOptions } from './world'

/** A sandbox as a Node request listener; where its promise rejects, the connection is cut. */
export function sandboxListener(
  options: SandboxOptions,
): (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void> {
  const sandbox = createSandbox(options)
  return getRequestListener(
    async (request, { incoming }) => {
      try {
        return await sandbox.fetch(request)
      } catch {
        incoming.socket?.destroy()
        return RESPONSE_ALREADY_SENT
      }
    },
    { overrideGlobalObjects: false },
  )
}
