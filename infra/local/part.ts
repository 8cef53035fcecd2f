import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AwsRequest, Context, Runtime, Service } from './context.ts';
import type { Reply } from './exchange.ts';

/** A service may also offer its share of the in-process calls. */
export type Part = Service & { readonly runtime?: Partial<Runtime> };
export type Make<T> = (ctx: Context) => T | Promise<T>;
export type Tools = (request: AwsRequest) => Promise<Reply | undefined>;

/** What is built apart from the core and joined to it at the start. */
export type Parts = {
  readonly services: readonly Make<Part>[];
  readonly tools?: Make<Tools>;
  readonly oidc?: Make<(request: IncomingMessage, response: ServerResponse) => void>;
};
