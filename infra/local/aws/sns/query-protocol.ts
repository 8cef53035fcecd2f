import { randomUUID } from 'node:crypto';
import type { AwsRequest, AwsResponse } from '../../context.ts';
import { notServed } from '../wire/fault.ts';
import { asFault } from '../wire/json-protocol.ts';
import { type XmlTree, xmlDocument } from '../wire/xml.ts';

export type QueryInput = URLSearchParams;
export type QueryOperation = (input: QueryInput) => XmlTree;

const NAMESPACE = 'http://sns.amazonaws.com/doc/2010-03-31/';

/** Serves the AWS query protocol: a form in, XML out. */
export function queryHandler(operations: Record<string, QueryOperation>) {
  return async ({ body }: AwsRequest): Promise<AwsResponse> => {
    const input = new URLSearchParams(body.toString('utf8'));
    const action = input.get('Action') ?? '';
    const ResponseMetadata = { RequestId: randomUUID() };
    const headers = { 'content-type': 'text/xml' };
    try {
      const serve = Object.hasOwn(operations, action) ? operations[action] : undefined;
      if (!serve) throw notServed('SNS', action);
      const answer = { [`${action}Result`]: serve(input), ResponseMetadata };
      return { status: 200, headers, body: xmlDocument(`${action}Response`, NAMESPACE, answer) };
    } catch (error) {
      const { code, message, status } = asFault(error);
      const fault = { Type: status < 500 ? 'Sender' : 'Receiver', Code: code, Message: message };
      const answer = { Error: fault, RequestId: ResponseMetadata.RequestId };
      return { status, headers, body: xmlDocument('ErrorResponse', NAMESPACE, answer) };
    }
  };
}

/** The members of a list, each with what follows its number: `<prefix>.member.1.Id` gives `[{ Id }]`. */
export function members(input: QueryInput, prefix: string): QueryInput[] {
  const found: QueryInput[] = [];
  for (let number = 1; ; number++) {
    const start = `${prefix}.${number}.`;
    const fields = [...input].filter(([name]) => name.startsWith(start));
    if (fields.length === 0) return found;
    found.push(new URLSearchParams(fields.map(([name, value]) => [name.slice(start.length), value])));
  }
}
