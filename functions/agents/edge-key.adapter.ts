import { timingSafeEqual } from 'node:crypto';
import { edgeHeader } from './caller-address.ts';

type Handler = (event: unknown, context: never) => unknown;
type HttpEvent = { requestContext: { http: object }; headers: Record<string, string | undefined> };
const isHttp = (event: unknown): event is HttpEvent =>
  (event as Partial<HttpEvent> | null)?.requestContext?.http !== undefined;

const same = (given: string, key: string): boolean => {
  const [one, other] = [Buffer.from(given), Buffer.from(key)];
  return one.length === other.length && timingSafeEqual(one, other);
};

const refused = {
  statusCode: 403,
  headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  body: JSON.stringify({
    type: 'urn:parvis:problem:forbidden',
    title: 'forbidden',
    status: 403,
    code: 'forbidden',
    fields: [],
  }),
};

/**
 * Around every function (infra/making/followed.ts): the API has an address of its own, by which anybody could pass beside
 * the firewall and say which address they call from. Only what bears a key of CloudFront goes on, and goes on without it.
 * Without keys nothing does.
 * @param keys what CloudFront says now and said before, parted by spaces: two, so that a change interrupts nobody
 */
export const behindTheEdge = (handler: Handler, keys: string = process.env.EDGE_KEYS ?? ''): Handler => {
  const accepted = keys.split(' ').filter((key) => key !== '');
  return (event, context) => {
    if (!isHttp(event)) return handler(event, context);
    const { [edgeHeader]: given = '', ...headers } = event.headers;
    // Each is compared, whichever is right.
    const isKnown = accepted.map((key) => same(given, key)).includes(true);
    return isKnown ? handler({ ...event, headers }, context) : refused;
  };
};
