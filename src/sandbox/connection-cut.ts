/** The connection is cut: in process the fetch rejects, over HTTP the socket is destroyed. */
export class ConnectionCut extends TypeError {
  override readonly name = 'ConnectionCut'
}
