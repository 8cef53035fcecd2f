/** What a template value may ask for while it is resolved; everything is asynchronous since a `Ref` may have to provision. */
export type Scope = {
  ref(logicalId: string): Promise<unknown>;
  attribute(logicalId: string, attribute: string): Promise<unknown>;
  imported(exportName: string): Promise<unknown>;
  mapped(map: string, first: string, second: string): unknown;
  condition(name: string): Promise<boolean>;
  /** Current text of a secret, by its name or ARN. */
  secret(id: string): Promise<string>;
};

export const NO_VALUE = Symbol('AWS::NoValue');

type Resolve = (value: unknown) => Promise<unknown>;
type Intrinsic = (argument: unknown, resolve: Resolve, scope: Scope) => Promise<unknown>;

const list = async (argument: unknown, resolve: Resolve) => (await resolve(argument)) as unknown[];
const truth = async (argument: unknown, resolve: Resolve) => (await resolve(argument)) === true;

const INTRINSICS: Record<string, Intrinsic> = {
  Ref: (argument, _, scope) => scope.ref(argument as string),
  Condition: (argument, _, scope) => scope.condition(argument as string),
  'Fn::GetAtt': async (argument, resolve, scope) => {
    const [id, ...attribute] =
      typeof argument === 'string' ? argument.split('.') : await list(argument, resolve);
    return scope.attribute(id as string, attribute.join('.'));
  },
  'Fn::ImportValue': async (argument, resolve, scope) => scope.imported((await resolve(argument)) as string),
  'Fn::Join': async (argument, resolve) => {
    const [separator, parts] = argument as [string, unknown];
    return (await list(parts, resolve)).map(String).join(separator);
  },
  'Fn::Split': async (argument, resolve) => {
    const [separator, text] = await list(argument, resolve);
    return String(text).split(String(separator));
  },
  'Fn::Select': async (argument, resolve) => {
    const [index, items] = await list(argument, resolve);
    return (items as unknown[])[Number(index)];
  },
  'Fn::Sub': substitute,
  'Fn::Base64': async (argument, resolve) => Buffer.from(String(await resolve(argument))).toString('base64'),
  'Fn::GetAZs': async () => ['a', 'b', 'c'].map((zone) => `eu-west-3${zone}`),
  'Fn::FindInMap': async (argument, resolve, scope) => {
    const [map, first, second] = (await list(argument, resolve)).map(String) as [string, string, string];
    return scope.mapped(map, first, second);
  },
  'Fn::If': async (argument, resolve, scope) => {
    const [name, yes, no] = argument as [string, unknown, unknown];
    return resolve((await scope.condition(name)) ? yes : no);
  },
  'Fn::Equals': async (argument, resolve) => {
    const [left, right] = await list(argument, resolve);
    return String(left) === String(right);
  },
  'Fn::Not': async (argument, resolve) => !(await truth((argument as unknown[])[0], resolve)),
  'Fn::And': async (argument, resolve) => (await list(argument, resolve)).every((one) => one === true),
  'Fn::Or': async (argument, resolve) => (await list(argument, resolve)).some((one) => one === true),
  'Fn::Contains': async (argument, resolve) => {
    const [items, item] = await list(argument, resolve);
    return (items as unknown[]).includes(item);
  },
};

/** Resolves every intrinsic in a template value. Objects lose the keys whose value is `AWS::NoValue`. */
export async function resolveValue(value: unknown, scope: Scope): Promise<unknown> {
  const resolve: Resolve = (inner) => resolveValue(inner, scope);
  if (typeof value === 'string') return finished(value, scope);
  if (Array.isArray(value))
    return (await Promise.all(value.map(resolve))).filter((item) => item !== NO_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only && entries.length === 1) {
    const intrinsic = INTRINSICS[only[0]];
    if (intrinsic) {
      const found = await intrinsic(only[1], resolve, scope);
      return typeof found === 'string' ? finished(found, scope) : found;
    }
    if (only[0].startsWith('Fn::')) throw new Error(`the template uses ${only[0]}, which is not read here`);
  }
  const resolved = await Promise.all(
    entries.map(async ([key, inner]) => [key, await resolve(inner)] as const),
  );
  return Object.fromEntries(resolved.filter(([, inner]) => inner !== NO_VALUE));
}

const dynamic = /\{\{resolve:secretsmanager:(arn:(?:[^:}]+:){5}[^:}]+|[^:}]+):SecretString:{0,3}\}\}/g;
/** Dynamic references give way to the secret they name, as at the end of a deployment; parts of a secret are not read here. */
async function finished(text: string, scope: Scope): Promise<string> {
  if (!text.includes('{{resolve:')) return withoutTls(text);
  const secrets = await Promise.all([...text.matchAll(dynamic)].map(([, id]) => scope.secret(String(id))));
  const whole = text.replace(dynamic, () => secrets.shift() ?? '');
  const [unread] = /\{\{resolve:[^}]*\}\}/.exec(whole) ?? [];
  if (unread) throw new Error(`the template uses ${unread}, which is not read here`);
  return withoutTls(whole);
}

/** There is no certificate on this machine: addresses of the runtime are plain HTTP whatever the template writes. */
function withoutTls(text: string): string {
  return text.includes('https://127.0.0.1') ? text.replaceAll('https://127.0.0.1', 'http://127.0.0.1') : text;
}

async function substitute(argument: unknown, resolve: Resolve, scope: Scope): Promise<string> {
  const [text, given] = Array.isArray(argument)
    ? (argument as [string, Record<string, unknown>])
    : [argument as string, {}];
  const pieces = await Promise.all(
    text.split(/(\$\{[^}]+\})/).map(async (piece) => {
      const name = /^\$\{([^}]+)\}$/.exec(piece)?.[1]?.trim();
      if (name === undefined) return piece;
      if (name.startsWith('!')) return `\${${name.slice(1)}}`;
      if (Object.hasOwn(given, name)) return String(await resolve(given[name]));
      const [id, ...attribute] = name.split('.');
      return String(
        attribute.length && !name.includes('::')
          ? await scope.attribute(id as string, attribute.join('.'))
          : await scope.ref(name),
      );
    }),
  );
  return pieces.join('');
}
