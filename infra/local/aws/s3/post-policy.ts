import { ServiceFault } from '../wire/fault.ts';
import { denied } from './signature.ts';

type Condition = [string, string, string] | ['content-length-range', number, number] | Record<string, string>;
type Policy = { readonly expiration: string; readonly conditions: Condition[] };

/** Fields that a policy need not mention. */
const FREE = new Set(['x-amz-signature', 'file', 'policy', 'awsaccesskeyid', 'signature']);

/**
 * Holds a browser's upload to what the presigned policy allows. `fields` in lower case, `bucket` included. Throws
 * AccessDenied (expired, a condition failed, a field too many), EntityTooLarge or EntityTooSmall.
 */
export function checkPolicy(encoded: string, fields: Record<string, string>, size: number, now: Date): void {
  const policy = parse(encoded);
  if (!(Date.parse(policy.expiration) > now.getTime()))
    throw denied('Invalid according to Policy: Policy expired.');
  const mentioned = new Set<string>();
  for (const condition of policy.conditions) {
    if (Array.isArray(condition) && condition[0] === 'content-length-range') {
      checkSize(size, Number(condition[1]), Number(condition[2]));
      continue;
    }
    const [operator, name, wanted] = normal(condition);
    mentioned.add(name);
    const value = fields[name] ?? '';
    const holds = operator === 'starts-with' ? startsWith(name, value, wanted) : value === wanted;
    if (!holds)
      throw denied(
        `Invalid according to Policy: Policy Condition failed: ["${operator}", "$${name}", "${wanted}"]`,
      );
  }
  const extra = Object.keys(fields).filter(
    (name) => !FREE.has(name) && !mentioned.has(name) && !name.startsWith('x-ignore-') && name !== 'bucket',
  );
  if (extra.length) throw denied(`Invalid according to Policy: Extra input fields: ${extra.join(', ')}`);
}

function parse(encoded: string): Policy {
  try {
    const policy = JSON.parse(Buffer.from(encoded, 'base64').toString('utf8')) as Policy;
    if (Array.isArray(policy.conditions) && typeof policy.expiration === 'string') return policy;
  } catch {
    // Answered below, like a document of another shape.
  }
  throw new ServiceFault('InvalidPolicyDocument', 'Invalid Policy: Invalid JSON.');
}

function normal(
  condition: Exclude<Condition, ['content-length-range', number, number]> | Condition,
): [string, string, string] {
  if (Array.isArray(condition)) {
    const [operator, name, value] = condition as [string, string, string];
    if (operator === 'eq' || operator === 'starts-with')
      return [operator, name.replace(/^\$/, '').toLowerCase(), value];
    throw new ServiceFault(
      'InvalidPolicyDocument',
      `Invalid Policy: Invalid condition operator ${operator}.`,
    );
  }
  const [name, value] = Object.entries(condition)[0] ?? ['', ''];
  return ['eq', name.toLowerCase(), value];
}

/** A Content-Type may be a list, and each of its entries must begin so. */
const startsWith = (name: string, value: string, wanted: string): boolean =>
  name === 'content-type'
    ? value.split(',').every((part) => part.trim().startsWith(wanted))
    : value.startsWith(wanted);

function checkSize(size: number, smallest: number, largest: number): void {
  if (size > largest)
    throw new ServiceFault('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size', 400, {
      ProposedSize: size,
      MaxSizeAllowed: largest,
    });
  if (size < smallest)
    throw new ServiceFault(
      'EntityTooSmall',
      'Your proposed upload is smaller than the minimum allowed size',
      400,
      {
        ProposedSize: size,
        MinSizeAllowed: smallest,
      },
    );
}
