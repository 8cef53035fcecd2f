/** Whoever has one IPv6 address has the 2^64 beside it: they are counted as one. */
const subnetOf = (address: string): string => {
  if (!address.includes(':') || address.includes('.')) return address;
  const [front = '', back] = address.toLowerCase().split('::');
  const parts = front.split(':').filter(Boolean);
  const after = back?.split(':').filter(Boolean) ?? [];
  const between = back === undefined ? 0 : Math.max(0, 8 - parts.length - after.length);
  const all = [...parts, ...Array.from({ length: between }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
};

/** CloudFront writes its key there, in place of what a caller may have written (infra/edge-stack.ts). */
export const edgeHeader = 'x-parvis-edge';

type Called = { headers: Record<string, string | undefined>; requestContext: { http: { sourceIp: string } } };
/**
 * The API itself only sees the edge of CloudFront that calls it, which thousands share; before that one stands who called
 * the edge. It is believed since nobody else gets as far as here (edge-key.adapter.ts).
 */
export const callerAddress = ({ headers, requestContext }: Called): string =>
  subnetOf(headers['x-forwarded-for']?.split(',').at(-2)?.trim() || requestContext.http.sourceIp);
