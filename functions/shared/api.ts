import type * as z from 'zod';

/** Who may call an operation; the finer question (department, link to the request) is asked in agents/rights.ts. */
export type Audience =
  | 'public'
  | 'citizen'
  | 'scanning'
  | 'reception'
  | 'qualification'
  | 'instructor'
  | 'head'
  | 'signatory'
  | 'quality'
  | 'administrator';

/**
 * One HTTP operation, said once: read by the router of its function, by the OpenAPI document and, for its types, by the
 * web applications. Names in `headers` are lower case. A `download` answers bytes, not JSON.
 */
export type Operation<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  H extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** `/api/...` with `{name}` for parameters. */
  readonly path: string;
  readonly roles: readonly Audience[];
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly headers?: H;
  readonly body?: B;
  readonly status?: 200 | 201 | 202 | 204 | 302;
  readonly response?: R;
  readonly download?: string;
};

/** A schema made when it is first asked for, then kept: making them all would take longer than most calls. */
export const late = <S>(make: () => S): (() => S) => {
  let made: S | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const parts = ['params', 'query', 'headers', 'body', 'response'] as const;
type Part = (typeof parts)[number];
type Definition = Omit<Operation, Part> & { readonly [P in Part]?: z.ZodType | (() => z.ZodType) };
type Made<D> = { readonly [K in keyof D]: D[K] extends () => infer S ? S : D[K] };

/** Keeps the precise types of the schemas while checking the shape. A schema given by a function is made when first read. */
/* @__NO_SIDE_EFFECTS__ */
export const operation = <const D extends Definition>(definition: D): Made<D> => {
  const made = { ...definition } as Made<D>;
  for (const part of parts) {
    const given = definition[part];
    if (typeof given === 'function')
      Object.defineProperty(made, part, { get: late(given), enumerable: true });
  }
  return made;
};

type Out<S> = S extends z.ZodType ? z.output<S> : undefined;
/** What a use case receives: each part parsed by its schema, `undefined` when the operation declares none. */
export type InputOf<O extends Operation> = {
  params: Out<O['params']>;
  query: Out<O['query']>;
  headers: Out<O['headers']>;
  body: Out<O['body']>;
};
/** What a use case answers; fields that the schema does not declare are stripped before they leave. */
export type ReplyOf<O extends Operation> = O['response'] extends z.ZodType
  ? z.input<O['response']>
  : undefined;

/** Bytes with the name under which they are saved. */
export type Download = { bytes: Uint8Array; name: string };
/** Where the browser goes next, and what it keeps. */
export type Redirect = { location: string; cookies?: string[] };
/** What a use case answers, by what its operation declares; JSON and a 204 may still set or clear cookies. */
export type Answer<O extends Operation> = O extends { download: string }
  ? Download
  : O extends { status: 302 }
    ? Redirect
    : O extends { response: z.ZodType }
      ? ReplyOf<O> & { cookies?: string[] }
      : { cookies?: string[] } | undefined;

/** Every operation that changes something carries this header, which no cross-site form can set. */
export const csrfHeader = 'x-parvis-csrf';
