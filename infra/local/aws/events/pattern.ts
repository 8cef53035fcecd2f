/** A field's alternatives: exact values or content filters such as `{"prefix": "EU-"}`. */
type Alternative = unknown;
export type Pattern = { [field: string]: Alternative[] | Pattern };
type Json = Record<string, unknown>;

/** Whether an event (or any JSON object) fits an EventBridge pattern. */
export function matchesPattern(pattern: Pattern, event: unknown): boolean {
  return Object.entries(pattern).every(([field, wanted]) => {
    if (field === '$or') return (wanted as unknown as Pattern[]).some((one) => matchesPattern(one, event));
    const values = valuesAt(event, field);
    if (Array.isArray(wanted)) return matchesField(wanted, values);
    // A nested pattern with an absent parent still fits when it only wants absences.
    const inside = values.filter(isObject);
    return (inside.length ? inside : [{}]).some((value) => matchesPattern(wanted, value));
  });
}

/** Arrays are searched through: any of their items may fit. */
function valuesAt(event: unknown, field: string): unknown[] {
  if (Array.isArray(event)) return event.flatMap((item) => valuesAt(item, field));
  if (!isObject(event) || !Object.hasOwn(event, field)) return [];
  const value = event[field];
  return Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
}

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function matchesField(alternatives: Alternative[], values: unknown[]): boolean {
  return alternatives.some((alternative) => {
    if (!isObject(alternative)) return values.includes(alternative);
    if ('exists' in alternative) return values.some((value) => !isObject(value)) === alternative.exists;
    return values.some((value) => fits(alternative, value));
  });
}

function fits(filter: Json, value: unknown): boolean {
  const [name, operand] = Object.entries(filter)[0] ?? [];
  switch (name) {
    case 'prefix':
      return affix(operand, value, (text, part) => text.startsWith(part));
    case 'suffix':
      return affix(operand, value, (text, part) => text.endsWith(part));
    case 'equals-ignore-case':
      return typeof value === 'string' && value.toLowerCase() === String(operand).toLowerCase();
    case 'wildcard':
      return typeof value === 'string' && wildcard(String(operand)).test(value);
    case 'numeric':
      return typeof value === 'number' && compares(operand as unknown[], value);
    case 'anything-but':
      return !refused(operand, value);
    default:
      return false;
  }
}

function affix(operand: unknown, value: unknown, test: (text: string, part: string) => boolean): boolean {
  if (typeof value !== 'string') return false;
  if (isObject(operand))
    return test(value.toLowerCase(), String(operand['equals-ignore-case']).toLowerCase());
  return test(value, String(operand));
}

function refused(operand: unknown, value: unknown): boolean {
  if (Array.isArray(operand)) return operand.includes(value);
  if (!isObject(operand)) return operand === value;
  const [name, inner] = Object.entries(operand)[0] ?? [];
  const alternatives = Array.isArray(inner) ? inner : [inner];
  return alternatives.some((one) => fits({ [String(name)]: one }, value));
}

/** `[">", 0, "<=", 5]`: every comparison holds. */
function compares(operand: unknown[], value: number): boolean {
  for (let at = 0; at < operand.length; at += 2) {
    const bound = Number(operand[at + 1]);
    const holds: Record<string, boolean> = {
      '=': value === bound,
      '>': value > bound,
      '>=': value >= bound,
      '<': value < bound,
      '<=': value <= bound,
    };
    if (!holds[String(operand[at])]) return false;
  }
  return true;
}

function wildcard(text: string): RegExp {
  const parts = text.split(/(?<!\\)\*/).map((part) => part.replaceAll('\\*', '*').replaceAll('\\\\', '\\'));
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's');
}
