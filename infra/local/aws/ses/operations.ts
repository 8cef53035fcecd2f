import type { AwsRequest, AwsResponse, Context } from '../../context.ts';
import { notServed } from '../wire/fault.ts';
import { asFault } from '../wire/json-protocol.ts';
import type { SendEmailInput } from './compose.ts';
import type { Outcomes } from './outcomes.ts';
import { sendEmail } from './send.ts';
import type { SendingEvents } from './sending-events.ts';
import type { Suppressed, Suppression } from './suppression.ts';

type Input = Record<string, unknown>;
type Operation = (input: Input, address: string) => unknown;

/** The REST operations of SES v2 that the product uses; errors carry their code in a header. */
export function sesHandler(
  ctx: Context,
  suppression: Suppression,
  events: SendingEvents,
  outcomes: Outcomes,
) {
  const routes: [name: string, route: RegExp, serve: Operation][] = [
    [
      'SendEmail',
      /^POST \/v2\/email\/outbound-emails$/,
      (input) => sendEmail(ctx, events, outcomes, input as SendEmailInput),
    ],
    [
      'PutSuppressedDestination',
      /^PUT \/v2\/email\/suppression\/addresses$/,
      (input) => suppression.put(String(input.EmailAddress), input.Reason as Suppressed['reason']),
    ],
    [
      'ListSuppressedDestinations',
      /^GET \/v2\/email\/suppression\/addresses$/,
      (input) => list(suppression, input),
    ],
    [
      'GetSuppressedDestination',
      /^GET \/v2\/email\/suppression\/addresses\/([^/]+)$/,
      (_, address) => ({
        SuppressedDestination: asSummary(suppression.get(address)),
      }),
    ],
    [
      'DeleteSuppressedDestination',
      /^DELETE \/v2\/email\/suppression\/addresses\/([^/]+)$/,
      (_, address) => {
        suppression.get(address);
        suppression.remove(address);
      },
    ],
  ];

  return async ({ method, path, query, body }: AwsRequest): Promise<AwsResponse> => {
    try {
      const named = `${method} ${path.replace(/\/$/, '')}`;
      const route = routes.find(([, pattern]) => pattern.test(named));
      if (!route) throw notServed('SES', named);
      const [name, pattern, serve] = route;
      const input = body.length ? (JSON.parse(body.toString('utf8')) as Input) : Object.fromEntries(query);
      const answer = await serve(input, decodeURIComponent(pattern.exec(named)?.[1] ?? ''));
      if (name !== 'SendEmail') ctx.meter.count('ses', name, 0);
      return {
        status: 200,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(answer ?? {}),
      };
    } catch (error) {
      const { code, message, status } = asFault(error);
      const headers = { 'content-type': 'application/json', 'x-amzn-errortype': code };
      return { status, headers, body: JSON.stringify({ message }) };
    }
  };
}

function list(suppression: Suppression, { NextToken, PageSize = 100 }: Input) {
  const size = Number(PageSize);
  const found = suppression.list(String(NextToken ?? ''), size + 1);
  const shown = found.slice(0, size);
  return {
    SuppressedDestinationSummaries: shown.map(asSummary),
    ...(found.length > size ? { NextToken: shown.at(-1)?.address } : {}),
  };
}

const asSummary = ({ address, reason, since }: Suppressed) => ({
  EmailAddress: address,
  Reason: reason,
  LastUpdateTime: since.getTime() / 1000,
});
