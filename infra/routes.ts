import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * Which page file answers an address: `{"/demarches/:id/*": "/demarches/_/index.html"}`, written by the web build.
 * `:name` is one segment, a last `*` is any rest. The first pattern that fits wins.
 */
const Routes = z.record(z.string().startsWith('/'), z.string().startsWith('/'));

/** Reads the route table beside the built pages; without one, every address is its own folder. */
export function routesOf(webFolder: string): [pattern: string, file: string][] {
  const file = join(webFolder, 'routes.json');
  return existsSync(file) ? Object.entries(Routes.parse(JSON.parse(readFileSync(file, 'utf8')))) : [];
}

/**
 * Code of the CloudFront Function that turns an address into the file of its page. A last segment with a dot is that
 * file; then the table decides; then `/address/` is `/address/index.html`.
 */
export function rewriting(routes: readonly [pattern: string, file: string][]): string {
  const table = routes.map(([pattern, file]) => [expression(pattern), file]);
  return `var routes = ${JSON.stringify(table)}.map(function (route) {
  return { fits: new RegExp(route[0]), file: route[1] };
});
function handler(event) {
  var request = event.request;
  var uri = request.uri;
  if (uri.slice(uri.lastIndexOf('/') + 1).indexOf('.') !== -1) return request;
  for (var i = 0; i < routes.length; i++) {
    if (routes[i].fits.test(uri)) {
      request.uri = routes[i].file;
      return request;
    }
  }
  request.uri = uri.replace(/\\/*$/, '') + '/index.html';
  return request;
}
`;
}

function expression(pattern: string): string {
  const body = pattern
    .replace(/\/$/, '')
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\/\*$/, '(/.*)?');
  return `^${body}/?$`;
}
