import type { ApiRequest } from './event.ts';
import type { ApiResponse } from './response.ts';

export type Cors = {
  AllowOrigins?: string[];
  AllowMethods?: string[];
  AllowHeaders?: string[];
  ExposeHeaders?: string[];
  AllowCredentials?: boolean;
  MaxAge?: number;
};

/** Answers a preflight as the API itself does, without calling a function. */
export function preflight(cors: Cors | undefined, request: ApiRequest): ApiResponse | undefined {
  if (!cors || request.method !== 'OPTIONS' || !request.headers['access-control-request-method'])
    return undefined;
  const headers = { ...corsHeaders(cors, request.headers.origin) };
  if (cors.AllowMethods) headers['access-control-allow-methods'] = cors.AllowMethods.join(',');
  if (cors.AllowHeaders) headers['access-control-allow-headers'] = cors.AllowHeaders.join(',');
  if (cors.MaxAge !== undefined) headers['access-control-max-age'] = String(cors.MaxAge);
  return { status: 204, headers, cookies: [], body: Buffer.alloc(0) };
}

export function corsHeaders(cors: Cors | undefined, origin: string | undefined): Record<string, string> {
  const any = cors?.AllowOrigins?.includes('*');
  if (!cors || !origin || !(any || cors.AllowOrigins?.includes(origin))) return {};
  return {
    'access-control-allow-origin': any ? '*' : origin,
    ...(cors.AllowCredentials && { 'access-control-allow-credentials': 'true' }),
    ...(cors.ExposeHeaders && { 'access-control-expose-headers': cors.ExposeHeaders.join(',') }),
  };
}
