export type Route = { readonly key: string; readonly integration: string };
export type Match = { route: Route; parameters: Record<string, string> };

type Pattern = { route: Route; method: string; expression: RegExp; names: string[]; rank: number };

/** Finds the route API Gateway would take: a full match first, then `{variable}` paths, then greedy ones, then `$default`. */
export function createRouter(routes: readonly Route[]) {
  const patterns = routes
    .filter((route) => route.key !== '$default')
    .map(patternOf)
    .sort((a, b) => b.rank - a.rank);
  const fallback = routes.find((route) => route.key === '$default');
  return (method: string, path: string): Match | undefined => {
    const plain = path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
    for (const pattern of patterns) {
      if (pattern.method !== 'ANY' && pattern.method !== method) continue;
      const found = pattern.expression.exec(plain);
      if (!found) continue;
      const parameters = pattern.names.map((name, index) => [name, decode(found[index + 1] ?? '')] as const);
      return { route: pattern.route, parameters: Object.fromEntries(parameters) };
    }
    return fallback && { route: fallback, parameters: {} };
  };
}

function patternOf(route: Route): Pattern {
  const [method, path] = route.key.split(' ') as [string, string];
  const names: string[] = [];
  let rank = method === 'ANY' ? 0 : 1;
  const segments = path
    .split('/')
    .filter(Boolean)
    .map((segment) => {
      const variable = /^\{([^}+]+)(\+?)\}$/.exec(segment);
      // A literal segment weighs more than a variable one, wherever the path ends; a greedy one weighs nothing.
      rank += variable ? (variable[2] ? 0 : 10) : 100;
      if (!variable) return segment.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
      names.push(variable[1] as string);
      return variable[2] ? '(.+)' : '([^/]+)';
    });
  return { route, method, names, rank, expression: new RegExp(`^/${segments.join('/')}$`) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
