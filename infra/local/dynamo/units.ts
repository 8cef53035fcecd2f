const WRITES = new Set(['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem', 'TransactWriteItems']);
const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);

export const isWrite = (operation: string): boolean =>
  WRITES.has(operation) || /Statement$|Transaction$/.test(operation);

/** `write` or `read` for the operations that are billed by capacity. */
export function billedAs(operation: string): 'write' | 'read' | undefined {
  if (WRITES.has(operation)) return 'write';
  return READS.has(operation) ? 'read' : undefined;
}

/** Asks the database to say what a call consumed, unless the caller asked already. */
export function askingCapacity(body: string): string {
  if (body.includes('"ReturnConsumedCapacity"') || !body.startsWith('{')) return body;
  return body === '{}'
    ? '{"ReturnConsumedCapacity":"TOTAL"}'
    : `{"ReturnConsumedCapacity":"TOTAL",${body.slice(1)}`;
}

/**
 * Units of a call, summed over its tables. Text within an item cannot match: its quotes are escaped, its numbers quoted.
 * A detailed answer (INDEXES) repeats the units of the whole by table and index; only the first of each entry counts.
 */
export function unitsIn(answer: string): number {
  const from = answer.lastIndexOf('"ConsumedCapacity":');
  if (from < 0) return 0;
  const entries = answer.slice(from).matchAll(/"TableName":"[^"]+","CapacityUnits":([\d.]+)/g);
  return [...entries].reduce((sum, [, units]) => sum + Number(units), 0);
}
