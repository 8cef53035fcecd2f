export type TargetInput = {
  Input?: string;
  InputPath?: string;
  InputTransformer?: { InputPathsMap?: Record<string, string>; InputTemplate: string };
};

/** What a target receives of an event: the whole, a constant, a part, or a filled template. */
export function inputFor(
  target: TargetInput,
  event: Record<string, unknown>,
  rule: { arn: string; name: string },
): unknown {
  if (target.Input !== undefined) return parsed(target.Input);
  if (target.InputPath !== undefined) return at(event, target.InputPath) ?? {};
  const transformer = target.InputTransformer;
  if (!transformer) return event;
  const own: Record<string, unknown> = {
    'aws.events.rule-arn': rule.arn,
    'aws.events.rule-name': rule.name,
    'aws.events.event.ingestion-time': event.time,
    'aws.events.event.json': event,
    'aws.events.event': { ...event, detail: undefined },
  };
  const named = Object.entries(transformer.InputPathsMap ?? {}).map(([name, path]) => [
    name,
    at(event, path),
  ]);
  return parsed(fill(transformer.InputTemplate, { ...own, ...Object.fromEntries(named) }));
}

/** `$.detail.list[0]['a-b']`, the subset of JSONPath that EventBridge takes. */
export function at(value: unknown, path: string): unknown {
  const keys = path.matchAll(/\.([\w-]+)|\[(\d+)\]|\['([^']+)'\]/g);
  let here = value;
  for (const [, name, index, quoted] of keys)
    here = (here as Record<string, unknown> | undefined)?.[name ?? index ?? quoted ?? ''];
  return here;
}

/** Inside quotation marks a value is inserted as text, elsewhere as JSON. */
function fill(template: string, values: Record<string, unknown>): string {
  let isInText = false;
  return template.replace(/\\.|"|<([\w.-]+)>/g, (found, name: string | undefined) => {
    if (found === '"') isInText = !isInText;
    if (name === undefined || !(name in values)) return found;
    const value = values[name];
    if (!isInText) return JSON.stringify(value ?? null);
    const text = typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value);
    return JSON.stringify(text).slice(1, -1);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
