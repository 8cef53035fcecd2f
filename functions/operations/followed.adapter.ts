import { during, faultOf, log } from '../shared/aws.adapter.ts';
import { Refusal } from '../shared/refusal.ts';
import { idsIn } from './ids.ts';

type Handler = (event: unknown, context: Context) => unknown;
type Context = { awsRequestId?: string };

/** Words of the engine about our own code; any other message may quote what somebody wrote. */
const ownWords = ['TypeError', 'ReferenceError'];
let isCold = true;

/**
 * Around every function (infra/making/followed.ts): one line for each invocation with the ids of what it was about, so
 * that a request is followed through all of them; and an error leaves without a message that may hold personal data,
 * since Lambda logs it and a machine keeps it.
 */
export const followed =
  (handler: Handler): Handler =>
  async (event, context) => {
    const began = performance.now();
    const cold = isCold;
    isCold = false;
    const requestId = context?.awsRequestId ?? '';
    during({ requestId });
    const line = () => ({ ms: Math.round(performance.now() - began), cold: cold ? 1 : undefined });
    try {
      const result = await handler(event, context);
      const { statusCode, batchItemFailures } = (result ?? {}) as Answer;
      const isHttp = statusCode !== undefined;
      const failed = batchItemFailures?.length || undefined;
      const ids = isHttp ? idsIn(event) : idsIn(event, result);
      log('info', 'done', {
        ...line(),
        status: statusCode,
        route: isHttp ? routeOf(event) : undefined,
        failed,
        ...ids,
      });
      return result;
    } catch (error) {
      log('error', 'failed', { ...line(), ...idsIn(event), ...faultOf(error) });
      throw withoutWords(error);
    }
  };
type Answer = { statusCode?: number; batchItemFailures?: unknown[] };

const routeOf = (event: unknown): string | undefined => (event as { routeKey?: string })?.routeKey;

/** The same kind of error, thrown at the same place, without its message unless that is a code. */
function withoutWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof Refusal) return error;
  if (ownWords.includes(error.name) || /^[a-z0-9-]+$/.test(error.message)) return error;
  const { at } = faultOf(error);
  const plain = new Error(at.split(' < ')[0] || error.name);
  plain.name = error.name;
  plain.stack = `${error.name}\n${at.replaceAll(' < ', '\n')}`;
  return plain;
}
