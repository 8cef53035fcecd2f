import * as z from 'zod';
import { addressLines, type Handed, type MailingService, type Sending, stateOf } from './mailing-service.ts';

export type MailingAccount = {
  /** Base of the API, without slash at the end; the kinds of mail stand under it. */
  url: string;
  tokenUrl: string;
  clientId: string;
  /** Read when a token is asked for, so that a changed secret is taken up. */
  secret(): Promise<string>;
  /** Pause before another try, in milliseconds. */
  pause(ms: number): Promise<unknown>;
};

const Token = z.object({ access_token: z.string(), expires_in: z.number() });
const Made = z.object({ id: z.string() });
const Found = z.object({ sendings: z.array(z.object({ id: z.string(), status: z.string() })) });
const Status = z.object({ id: z.string(), status: z.string() });
const patience = [500, 2_000, 8_000];
const answerWithinMs = 20_000;

class ServiceFault extends Error {
  override name = 'MailingServiceFault';
}

/** REST with OAuth2 client credentials, in the shape of La Poste's Maileva: a sending, its document, its recipient, then `submit`. */
export const mailingService = (account: MailingAccount): MailingService => {
  let token: { text: string; until: number } | undefined;

  const authorise = async (): Promise<string> => {
    if (token && token.until > Date.now()) return token.text;
    const basic = Buffer.from(`${account.clientId}:${await account.secret()}`).toString('base64');
    const response = await fetch(account.tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
      signal: AbortSignal.timeout(answerWithinMs),
      redirect: 'error',
    });
    if (!response.ok) throw new ServiceFault(`token-${response.status}`);
    const { access_token, expires_in } = Token.parse(await response.json());
    token = { text: access_token, until: Date.now() + (expires_in - 60) * 1_000 };
    return access_token;
  };

  /** One call, tried again when the service is busy or away; every step may be repeated without harm. */
  const call = async (method: string, path: string, body?: object | FormData): Promise<Response> => {
    for (let attempt = 0; ; attempt += 1) {
      const isForm = body instanceof FormData;
      const response = await fetch(`${account.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${await authorise()}`,
          ...(body && !isForm ? { 'content-type': 'application/json' } : {}),
        },
        body: isForm ? body : body && JSON.stringify(body),
        signal: AbortSignal.timeout(answerWithinMs),
        redirect: 'error',
      }).catch(() => undefined);
      if (response?.status === 401) token = undefined;
      const isPassing = !response || response.status >= 500 || [401, 408, 429].includes(response.status);
      if (response && !isPassing) return response;
      const wait = patience[attempt];
      if (wait === undefined) throw new ServiceFault(`${method}-${response?.status ?? 'unreachable'}`);
      await account.pause(wait);
    }
  };
  const kindOf = (registered: boolean) => (registered ? '/registered_mail/v2' : '/mail/v2');
  const refusal = (response: Response): Handed => ({ refused: `mailing-${response.status}` });

  const upload = (place: string, { pdf }: Sending) => {
    const form = new FormData();
    form.append('document', new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'lettre.pdf');
    form.append('metadata', JSON.stringify({ priority: 1, name: 'lettre.pdf' }));
    return call('POST', `${place}/documents`, form);
  };

  return {
    async submit(sending) {
      const base = `${kindOf(sending.registered)}/sendings`;
      const search = await call('GET', `${base}?custom_id=${encodeURIComponent(sending.id)}`);
      const known = search.ok ? Found.parse(await search.json()).sendings[0] : undefined;
      if (known && known.status !== 'DRAFT') return { providerId: known.id };
      const made = known ?? (await call('POST', base, { name: sending.reference, custom_id: sending.id }));
      if (made instanceof Response && !made.ok) return refusal(made);
      const { id } = made instanceof Response ? Made.parse(await made.json()) : made;
      const place = `${base}/${encodeURIComponent(id)}`;
      // A draft that was left half made has no certain content: it is filled anew, then submitted.
      if (known) for (const part of ['documents', 'recipients']) await call('DELETE', `${place}/${part}`);
      const steps = [
        () => upload(place, sending),
        () =>
          call('POST', `${place}/recipients`, {
            custom_id: sending.id,
            country_code: 'FR',
            ...addressLines(sending.recipient),
          }),
        () => call('PATCH', place, { duplex_printing: true, color_printing: false }),
        () => call('POST', `${place}/submit`),
      ];
      for (const step of steps) {
        const response = await step();
        if (!response.ok) return refusal(response);
      }
      return { providerId: id };
    },

    async state(providerId, registered) {
      const response = await call('GET', `${kindOf(registered)}/sendings/${encodeURIComponent(providerId)}`);
      if (response.status === 404) return 'rejected';
      if (!response.ok) throw new ServiceFault(`GET-${response.status}`);
      return stateOf(Status.parse(await response.json()).status);
    },
  };
};
