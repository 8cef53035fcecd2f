import { createPublicKey, verify } from 'node:crypto';
import type Provider from 'oidc-provider';
import { html, page } from '../tools/html.ts';
import type { Keys } from './keys.ts';
import { messages } from './messages.ts';

type Middleware = Parameters<Provider['use']>[0];
type Koa = Parameters<Middleware>[0];
type Given = { origin: string; issuer: string; keys: Keys };
/** The parameters that its documentation lists; any other is an error. */
const known = [
  'response_type',
  'client_id',
  'redirect_uri',
  'scope',
  'state',
  'nonce',
  'acr_values',
  'prompt',
];
const shortest = 32;
/** What the person sees at FranceConnect when a service asks wrongly: a page with the code to quote to its support. */
const codes = {
  parameter: 'Y000400',
  short: 'Y030007',
  client: 'Y04EA6EF',
  redirect: 'Y04C013C',
  hint: 'Y030110',
  afterwards: 'Y030111',
} as const;

const refuse = (koa: Koa, code: string): void => {
  koa.status = 400;
  koa.type = 'text/html; charset=utf-8';
  const { title } = messages.franceconnect;
  koa.body = page({
    title,
    body: html`<main class="sign-in"><h1>${title}</h1><p role="alert">${messages.refused(code)}</p></main>`,
  });
};

const wrongIn = (query: Record<string, string | undefined>, { origin }: Given): string | null => {
  const { state = '', nonce = '', client_id, redirect_uri } = query;
  if (Object.keys(query).some((name) => !known.includes(name))) return codes.parameter;
  if (client_id !== 'parvis') return codes.client;
  if (redirect_uri !== `${origin}/api/session/citizens/callback`) return codes.redirect;
  return Math.min(state.length, nonce.length) < shortest ? codes.short : null;
};

/** Whether this is an identity token that we signed for the product; it may be old: sessions outlive it. */
const isOurs = (token: string, { issuer, keys }: Given): boolean => {
  const [head = '', body = '', signature = ''] = token.split('.');
  try {
    const { alg } = JSON.parse(Buffer.from(head, 'base64url').toString());
    const jwk = keys.jwks.keys.find((key) => key.alg === alg);
    if (!jwk) return false;
    const key = { key: createPublicKey({ key: jwk, format: 'jwk' }), dsaEncoding: 'ieee-p1363' as const };
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString());
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${body}`),
      key,
      Buffer.from(signature, 'base64url'),
    );
    return isSigned && claims.iss === issuer && claims.aud === 'parvis';
  } catch {
    return false;
  }
};

/** What FranceConnect v2 does otherwise than the library: its refusals with their codes, and a sign-out without a question. */
export const asFranceConnect =
  (given: Given): Middleware =>
  async (koa, next) => {
    const query = koa.query as Record<string, string | undefined>;
    if (koa.path === '/authorize' && koa.method === 'GET') {
      const wrong = wrongIn(query, given);
      if (wrong) return refuse(koa, wrong);
    }
    if (koa.path !== '/session/end') return next();
    const { id_token_hint: hint = '', state = '', post_logout_redirect_uri: to } = query;
    if (!isOurs(hint, given) || !state) return refuse(koa, codes.hint);
    if (to !== `${given.origin}/`) return refuse(koa, codes.afterwards);
    for (const name of ['_session', '_session.legacy', '_session.sig', '_session.legacy.sig'])
      koa.cookies.set(name, null, { signed: false });
    koa.redirect(`${to}?state=${encodeURIComponent(state)}`);
  };
