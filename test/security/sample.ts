import type { Description, Schema } from './description.ts';

/** Words that fit the patterns and formats of the product: the first that a schema takes is used. */
const words = [
  'texte',
  'voirie',
  'abcdefabcdefabcd',
  '2026-11-25',
  '2026-11-25T09:00:00.000Z',
  '09:00',
  'a@courriel.example',
  '0612345678',
  '+33612345678',
  'VC-2026-000001-P',
  '0123456789abcdef',
  '123456',
  '99101',
  '99100',
  'FR',
  '#004488',
  '00000000-0000-4000-8000-000000000000',
  'a'.repeat(43),
  'a'.repeat(64),
  '0'.repeat(64),
  'https://exemple.example/a',
  '2026',
  '2026-11',
  'P10D',
  '1',
  'A',
  '12 rue des Lilas',
] as const;
const byFormat: Record<string, string> = {
  ...{
    email: 'a@courriel.example',
    date: '2026-11-25',
    'date-time': '2026-11-25T09:00:00.000Z',
    time: '09:00:00',
  },
  ...{ uuid: '00000000-0000-4000-8000-000000000000', uri: 'https://exemple.example/a' },
};

const text = ({ format, pattern, minLength = 0, maxLength = 10_000 }: Schema): string => {
  const fits = (word: string) =>
    word.length >= Number(minLength) &&
    word.length <= Number(maxLength) &&
    (pattern === undefined || new RegExp(String(pattern), 'u').test(word));
  const given = byFormat[String(format)];
  if (given) return given;
  return words.find(fits) ?? 'texte '.repeat(2_000).slice(0, Math.max(5, Number(minLength)));
};
const number = ({ minimum, maximum, exclusiveMinimum }: Schema): number =>
  Number(
    minimum ??
      (exclusiveMinimum === undefined ? Math.min(1, Number(maximum ?? 1)) : Number(exclusiveMinimum) + 1),
  );

/**
 * A value that a schema takes, as small as it may be; `whole` fills what may be left out as well. What only a
 * refinement says is not known here: some samples are refused as `invalid-input`.
 */
export const sample = (
  given: Schema,
  api: Pick<Description, 'resolve'>,
  whole = false,
  depth = 0,
): unknown => {
  const schema = api.resolve(given);
  const inner = (one: Schema) => sample(one, api, whole && depth < 3, depth + 1);
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.default !== undefined && !whole) return schema.default;
  for (const kind of ['anyOf', 'oneOf'] as const)
    if (Array.isArray(schema[kind])) return inner((schema[kind] as Schema[])[0] ?? {});
  if (Array.isArray(schema.allOf)) return Object.assign({}, ...(schema.allOf as Schema[]).map(inner));
  if (schema.type === 'string') return text(schema);
  if (schema.type === 'integer' || schema.type === 'number') return number(schema);
  if (schema.type === 'boolean') return true;
  if (schema.type === 'null') return null;
  if (schema.type === 'array')
    return depth > 8
      ? []
      : Array.from({ length: Number(schema.minItems ?? (whole ? 1 : 0)) }, () => inner(schema.items ?? {}));
  const names = Object.keys(schema.properties ?? {}).filter(
    (name) => whole || schema.required?.includes(name),
  );
  return depth > 8
    ? {}
    : Object.fromEntries(names.map((name) => [name, inner(schema.properties?.[name] ?? {})]));
};
