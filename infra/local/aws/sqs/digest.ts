import { createHash } from 'node:crypto';

/** A message attribute as the wire carries it. `BinaryValue` is base64. */
type MessageAttribute = { DataType: string; StringValue?: string; BinaryValue?: string };
export type MessageAttributes = Record<string, MessageAttribute>;

export const md5 = (data: string | Buffer): string => createHash('md5').update(data).digest('hex');

/** MD5 of message attributes, by the algorithm of the SQS developer guide; undefined when there are none. */
export function md5OfAttributes(attributes: MessageAttributes): string | undefined {
  const names = Object.keys(attributes).sort();
  if (names.length === 0) return undefined;
  const parts: Buffer[] = [];
  const push = (data: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    parts.push(length, data);
  };
  for (const name of names) {
    const attribute = attributes[name] as MessageAttribute;
    const isBinary = attribute.DataType.startsWith('Binary');
    push(Buffer.from(name));
    push(Buffer.from(attribute.DataType));
    parts.push(Buffer.from([isBinary ? 2 : 1]));
    push(
      Buffer.from(
        isBinary ? (attribute.BinaryValue ?? '') : (attribute.StringValue ?? ''),
        isBinary ? 'base64' : 'utf8',
      ),
    );
  }
  return md5(Buffer.concat(parts));
}
