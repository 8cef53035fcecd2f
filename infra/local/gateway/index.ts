import { createHash } from 'node:crypto';
import type { Context, Provisioned, Resource, Service } from '../context.ts';
import type { LambdaPart } from '../lambda/index.ts';
import { type Cors, corsHeaders, preflight } from './cors.ts';
import { type ApiRequest, proxyEvent } from './event.ts';
import { type ApiResponse, failure, responseOf } from './response.ts';
import { createRouter, type Route } from './routes.ts';

const LARGEST_BODY = 10 * 1024 * 1024;
/** A function takes events of six megabytes at most, whatever the API lets through. */
const LARGEST_EVENT = 6 * 1024 * 1024;
const PATIENCE_MS = 30_000;

type Api = {
  id: string;
  cors: Cors | undefined;
  routes: Route[];
  integrations: Map<string, string>;
  router?: ReturnType<typeof createRouter>;
};

export type GatewayPart = Service & {
  /** Serves a request of the API with this id. */
  serve(apiId: string, request: ApiRequest): Promise<ApiResponse>;
  apis(): string[];
};

/** HTTP APIs: routes and integrations of the template, calls to functions in payload format 2.0. */
export function createGateway(ctx: Context, lambda: LambdaPart): GatewayPart {
  const apis = new Map<string, Api>();

  const required = (id: unknown): Api => {
    const api = apis.get(String(id));
    if (!api) throw new Error(`no API ${id}`);
    return api;
  };

  async function resource(given: Resource): Promise<Provisioned> {
    const { properties } = given;
    const id = idOf(given);
    if (given.type === 'AWS::ApiGatewayV2::Api') {
      if (properties.ProtocolType !== 'HTTP') throw new Error('only HTTP APIs are served here');
      apis.set(id, {
        id,
        cors: properties.CorsConfiguration as Cors | undefined,
        routes: [],
        integrations: new Map(),
      });
      return { ref: id, attributes: { ApiId: id, ApiEndpoint: `${ctx.origin}/_api/${id}` } };
    }
    const api = required(properties.ApiId);
    if (given.type === 'AWS::ApiGatewayV2::Integration') {
      if (properties.IntegrationType !== 'AWS_PROXY')
        throw new Error('only AWS_PROXY integrations are served here');
      api.integrations.set(id, String(properties.IntegrationUri));
    } else if (given.type === 'AWS::ApiGatewayV2::Route') {
      if ((properties.AuthorizationType ?? 'NONE') !== 'NONE')
        throw new Error('authorizers are not served here');
      api.routes.push({
        key: String(properties.RouteKey),
        integration: String(properties.Target).replace('integrations/', ''),
      });
    }
    return { ref: given.type === 'AWS::ApiGatewayV2::Stage' ? String(properties.StageName) : id };
  }

  async function serve(apiId: string, request: ApiRequest): Promise<ApiResponse> {
    const api = required(apiId);
    const answer = preflight(api.cors, request);
    if (answer) return answer;
    const response = await routed(api, request);
    return {
      ...response,
      headers: { ...response.headers, ...corsHeaders(api.cors, request.headers.origin) },
    };
  }

  async function routed(api: Api, request: ApiRequest): Promise<ApiResponse> {
    api.router ??= createRouter(api.routes);
    const match = api.router(request.method, request.path);
    const one = match && lambda.byArn(functionArn(api.integrations.get(match.route.integration) ?? ''));
    if (!match || !one) return failure(404);
    if (request.body.length > LARGEST_BODY) return failure(413);
    const domain = `${api.id}.execute-api.${ctx.region}.amazonaws.com`;
    const event = proxyEvent(
      request,
      match,
      { id: api.id, domain, accountId: ctx.accountId },
      ctx.clock.now(),
    );
    if (String(event.body ?? '').length > LARGEST_EVENT) return failure(413);
    const result = await Promise.race([lambda.invoke(one, event, { front: 'api' }), patience()]);
    if (result === undefined) return failure(503);
    return result.ok ? responseOf(result.payload) : failure(500);
  }

  return { name: 'apigateway', resource, serve, apis: () => [...apis.keys()] };
}

/** Stable between starts: what is called by it answers there again. */
export const idOf = ({ stack, logicalId }: Pick<Resource, 'stack' | 'logicalId'>): string =>
  createHash('sha256').update(`${stack}/${logicalId}`).digest('hex').slice(0, 10);

/** An integration may name the function's ARN itself, or the invocation path that holds it. */
function functionArn(uri: string): string {
  return /functions\/(arn:[^/]+)\/invocations/.exec(uri)?.[1] ?? uri;
}

function patience(): Promise<undefined> {
  return new Promise((resolve) => void setTimeout(resolve, PATIENCE_MS, undefined).unref());
}
