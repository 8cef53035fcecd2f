import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/**
 * Which page file answers an address: `{"/demarches/:id/*": "/demarches/_/index.html"}`, written by the web build.
 * `:name` is one segment, a last `*` is any rest. A plain address wins over a pattern, then the first that fits.
 */
const Routes = z.record(z.string().startsWith('/'), z.string().startsWith('/'));
export type Routes = z.infer<typeof Routes>;

const largest = 10_000;
const notFound = '/404.html';

/** Reads the route table beside the built pages; without one, every address is its own folder. */
export function routesOf(webFolder: string): Routes {
  const file = join(webFolder, 'routes.json');
  return existsSync(file) ? Routes.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/**
 * Code of the two CloudFront Functions of the pages. `request` turns an address into the file of its page: a last
 * segment with a dot is that file, then the table decides, and what is nowhere in it is the page that says so.
 * `response` gives that page, and another of the same name in a folder, its status 404.
 */
export function pageFunctions(routes: Routes): { request: string; response: string } {
  const entries = Object.entries(routes);
  const own = entries.filter(([path, file]) => file === ownFile(path)).map(([path]) => withoutEnd(path));
  const others = entries
    .filter(([path, file]) => file !== ownFile(path))
    .map(([path, file]) => [expression(path), file] as const);
  const whole = code(own, others);
  // A function may have 10 KB: a page of its own gives way to the general page of its kind, which loads its content.
  const covered = (path: string) => others.some(([pattern]) => new RegExp(pattern).test(path));
  return whole.request.length <= largest
    ? whole
    : code(
        own.filter((path) => !covered(path)),
        others,
      );
}

const withoutEnd = (path: string): string => path.replace(/\/+$/, '');
const ownFile = (path: string): string => `${withoutEnd(path)}/index.html`;

function code(own: readonly string[], others: readonly (readonly [string, string])[]) {
  const otherwise = own.length > 0 ? `'${notFound}'` : "page + '/index.html'";
  const find = `var own = ${JSON.stringify(`|${own.join('|')}|`)};
var others = ${JSON.stringify(others)};
function fileOf(uri) {
  if (uri.slice(uri.lastIndexOf('/')).indexOf('.') !== -1) return uri;
  var page = uri.replace(/\\/+$/, '');
  if (own.indexOf('|' + page + '|') !== -1) return page + '/index.html';
  for (var i = 0; i < others.length; i++) if (new RegExp(others[i][0]).test(uri)) return others[i][1];
  return ${otherwise};
}
`;
  return {
    request: `${find}function handler(event) {
  event.request.uri = fileOf(event.request.uri);
  return event.request;
}
`,
    response: `${find}function handler(event) {
  if (fileOf(event.request.uri).slice(-${notFound.length}) === '${notFound}') {
    event.response.statusCode = 404;
    event.response.statusDescription = 'Not Found';
  }
  return event.response;
}
`,
  };
}

function expression(pattern: string): string {
  const body = withoutEnd(pattern)
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:\w+/g, '[^/]+')
    .replace(/\/\*$/, '(/.*)?');
  return `^${body}/?$`;
}
