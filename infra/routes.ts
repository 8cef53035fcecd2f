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
  const table = tableOf(routes);
  const whole = code(table);
  // A function may have 10 KB: a page of its own gives way to the general page of its kind, which loads its content.
  const covered = (path: string) => table.others.some(([pattern]) => new RegExp(pattern).test(path));
  const fewer = (paths: readonly string[]) => paths.filter((path) => !covered(path));
  return whole.request.length <= largest
    ? whole
    : code({ ...table, own: fewer(table.own), every: fewer(table.every) });
}

/** `every`: pages that are in each language under the same address behind its prefix, said once. */
type Table = {
  prefixes: readonly string[];
  own: readonly string[];
  every: readonly string[];
  others: readonly (readonly [pattern: string, file: string, inEvery: 0 | 1])[];
};

function tableOf(routes: Routes): Table {
  const prefixes = ['/en', '/facile'].filter((prefix) => prefix in routes);
  const inPrefix = (prefix: string, path: string) => `${prefix}${withoutEnd(path)}`;
  const isEverywhere = ([path, file]: readonly [string, string]) =>
    prefixes.length > 0 && prefixes.every((prefix) => routes[inPrefix(prefix, path)] === prefix + file);
  const entries = Object.entries(routes);
  const everywhere = entries.filter(isEverywhere);
  const said = new Set(everywhere.flatMap(([path]) => prefixes.map((prefix) => inPrefix(prefix, path))));
  const isOwn = ([path, file]: readonly [string, string]) => file === ownFile(path);
  const pathOf = ([path]: readonly [string, string]) => withoutEnd(path);
  const left = entries.filter(([path]) => !said.has(path));
  return {
    prefixes,
    own: left.filter((each) => isOwn(each) && !isEverywhere(each)).map(pathOf),
    every: everywhere.filter(isOwn).map(pathOf),
    others: left
      .filter((each) => !isOwn(each))
      .map((each) => [expression(each[0]), each[1], isEverywhere(each) ? 1 : 0]),
  };
}

const withoutEnd = (path: string): string => path.replace(/\/+$/, '');
const ownFile = (path: string): string => `${withoutEnd(path)}/index.html`;

function code({ prefixes, own, every, others }: Table) {
  const otherwise = own.length + every.length > 0 ? `'${notFound}'` : "page + '/index.html'";
  const find = `var own = ${JSON.stringify(`|${own.join('|')}|`)};
var every = ${JSON.stringify(every.length > 0 ? `|${every.join('|')}|` : '')};
var languages = ${JSON.stringify(prefixes)};
var others = ${JSON.stringify(others)};
function fileOf(uri) {
  if (uri.slice(uri.lastIndexOf('/')).indexOf('.') !== -1) return uri;
  var page = uri.replace(/\\/+$/, '');
  var prefix = '/' + page.split('/')[1];
  if (languages.indexOf(prefix) === -1) prefix = '';
  var plain = page.slice(prefix.length);
  if (own.indexOf('|' + page + '|') !== -1 || every.indexOf('|' + plain + '|') !== -1) return page + '/index.html';
  for (var i = 0; i < others.length; i++)
    if (new RegExp(others[i][0]).test(others[i][2] ? plain : page)) return (others[i][2] ? prefix : '') + others[i][1];
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
