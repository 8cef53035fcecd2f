/** A request on its way through the edge; the body is read when an origin wants it. */
export type EdgeRequest = {
  method: string;
  /** Still percent-encoded, without the query. */
  path: string;
  rawQuery: string;
  headers: Record<string, string>;
  sourceIp: string;
  body(): Promise<Buffer>;
};
/** An answer on its way back. Header names in lower case. */
export type EdgeResponse = {
  status: number;
  headers: Record<string, string>;
  cookies: string[];
  body: Buffer;
};

export function plainResponse(status: number, text: string): EdgeResponse {
  return {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
    cookies: [],
    body: Buffer.from(text),
  };
}
