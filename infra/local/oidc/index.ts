import type { IncomingMessage, ServerResponse } from 'node:http';
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import type Provider from 'oidc-provider';
import type { Context } from '../context.ts';
import { deployed } from '../deployed.ts';
import { readPeople } from '../people.ts';
import { subOf } from './claims.ts';
import { keysOf } from './keys.ts';
import { memoryAdapter } from './memory.ts';
import { expiredPage, signInPage } from './pages.ts';
import { createProvider } from './provider.ts';
import { isRealm, type Realm, realms } from './realm.ts';

type SecretOf = (logicalIdPrefix: string) => Promise<string>;

/** Stand-ins for ProConnect and FranceConnect, mounted at `/_oidc/proconnect` and `/_oidc/franceconnect`. */
export function createOidc(
  ctx: Context,
  secretOf: SecretOf = secretFromTemplate(ctx),
  alg?: 'RS256' | 'ES256',
) {
  const providers = new Map<Realm, Promise<Provider>>();

  /** Made at the first sign-in, since the secrets are provisioned after this part. */
  function providerOf(realm: Realm): Promise<Provider> {
    const known = providers.get(realm);
    if (known) return known;
    const fresh = secretOf(realms[realm].secret).then((secret) =>
      createProvider(ctx, { realm, secret, keys: keysOf(ctx), adapter: memoryAdapter(), alg }),
    );
    providers.set(realm, fresh);
    fresh.catch(() => providers.delete(realm));
    return fresh;
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, realm, rest = '/'] = /^\/_oidc\/([^/?]+)(.*)$/s.exec(request.url ?? '') ?? [];
    if (!isRealm(realm)) return send(response, 404, 'text/plain', 'Not found');
    const provider = await providerOf(realm);
    if (rest.startsWith('/interaction/')) return interact(realm, provider, request, response);
    // The provider finds where it is mounted by comparing the two, as in Express.
    Object.assign(request, { originalUrl: request.url, url: rest });
    await provider.callback()(request, response);
  }

  /** A person known by `login_hint`, or chosen on the page, is signed in; else the page is shown. */
  async function interact(
    realm: Realm,
    provider: Provider,
    request: IncomingMessage,
    response: ServerResponse,
  ) {
    const people = readPeople(ctx.collectivity)[realms[realm].audience];
    const details = await provider.interactionDetails(request, response).catch(() => undefined);
    if (!details) return send(response, 400, 'text/html; charset=utf-8', expiredPage());
    const isChoice = request.method === 'POST';
    const wanted = isChoice
      ? new URLSearchParams(await textOf(request)).get('login')
      : String(details.params.login_hint ?? '');
    const person = people.find(({ login, email }) => wanted === login || wanted === email);
    if (!person) {
      const status = isChoice ? 400 : 200;
      return send(response, status, 'text/html; charset=utf-8', signInPage(realm, people, isChoice));
    }
    // At the product's time: it compares the authentication with its own clock.
    const ts = Math.floor(ctx.clock.now().getTime() / 1000);
    const login = {
      accountId: subOf(realm, person),
      acr: realms[realm].acr,
      amr: ['pwd'],
      remember: false,
      ts,
    };
    await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  }

  return (request: IncomingMessage, response: ServerResponse): void => {
    serve(request, response).catch((error: Error) => {
      process.stderr.write(`oidc: ${error.stack}\n`);
      if (!response.headersSent) send(response, 500, 'text/plain', 'The identity provider failed');
    });
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** The secret as the product reads it. */
function secretFromTemplate(ctx: Context): SecretOf {
  let client: SecretsManagerClient | undefined;
  return async (prefix) => {
    client ??= new SecretsManagerClient({
      endpoint: `${ctx.origin}/_aws/secrets`,
      region: ctx.region,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const secret = deployed(ctx, 'AWS::SecretsManager::Secret', prefix)[0];
    if (!secret) throw new Error(`The template declares no secret named ${prefix}…`);
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: secret.ref }));
    return SecretString ?? '';
  };
}
