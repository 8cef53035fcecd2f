import jsonata from 'jsonata';
import { StateFailure } from './failure.ts';
import { queryFunctions } from './query-functions.ts';

export type Query = {
  /** `$states` as the expression sees it. */
  readonly states: { input: unknown; result?: unknown; errorOutput?: unknown; context: unknown };
  readonly variables: Record<string, unknown>;
  readonly now: Date;
};

const compiled = new Map<string, jsonata.Expression>();
const LIMIT = 262_144;

/**
 * Evaluates every `{% … %}` of a template, at any depth. Throws States.QueryEvaluationError for an expression that fails or
 * gives nothing, as AWS does, and States.DataLimitExceeded above 256 KiB.
 */
export async function evaluate(template: unknown, query: Query, field: string): Promise<unknown> {
  const value = await fill(template, query, field);
  if (JSON.stringify(value ?? null).length > LIMIT)
    throw new StateFailure('States.DataLimitExceeded', `${field} is larger than ${LIMIT} bytes`);
  return value;
}

async function fill(template: unknown, query: Query, field: string): Promise<unknown> {
  if (typeof template === 'string') return isExpression(template) ? run(template, query, field) : template;
  if (Array.isArray(template))
    return Promise.all(template.map((item, index) => fill(item, query, `${field}[${index}]`)));
  if (template === null || typeof template !== 'object') return template;
  const entries = Object.entries(template).map(
    async ([key, value]) => [key, await fill(value, query, `${field}/${key}`)] as const,
  );
  return Object.fromEntries(await Promise.all(entries));
}

const isExpression = (text: string) => text.startsWith('{%') && text.endsWith('%}');

async function run(text: string, query: Query, field: string): Promise<unknown> {
  const fail = (reason: string) =>
    new StateFailure(
      'States.QueryEvaluationError',
      `The JSONata expression '${text}' specified for the field '${field}' ${reason}`,
    );
  let value: unknown;
  try {
    const bindings = { ...queryFunctions(query.now), ...query.variables, states: query.states };
    value = await expression(text).evaluate(undefined, bindings);
  } catch (error) {
    throw fail(`threw an error during evaluation. ${(error as Error).message}`);
  }
  if (value === undefined) throw fail('returned nothing (undefined).');
  if (typeof value === 'function') throw fail('returned a function.');
  // JSONata marks its sequences with hidden members and shares objects with its input.
  return JSON.parse(JSON.stringify(value));
}

function expression(text: string): jsonata.Expression {
  const known = compiled.get(text);
  if (known) return known;
  const fresh = jsonata(text.slice(2, -2));
  compiled.set(text, fresh);
  return fresh;
}
