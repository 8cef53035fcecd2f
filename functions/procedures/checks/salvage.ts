import type { Procedure } from '../procedure.ts';
import type { Finding, Path } from './finding.ts';
import { readShape } from './shape.ts';

/** Parts that a document can be read without. */
const parts = [
  'keywords',
  'audience',
  'departmentByCommune',
  'routing',
  'youWillNeed',
  'before',
  'open',
  'season',
  'ineligible',
  'documents',
  'workflow',
  'documentsDelay',
  'fees',
  'retention',
  'subject',
  'subjectField',
  'letters',
  'algorithm',
];
/** What another part would be blamed for once this one is left out. */
const blamed: Record<string, string> = { documents: 'unknown-document', fees: 'unknown-fee' };

/**
 * A document of the wrong shape without what is wrong in it, so that the rest can be checked at once; `null` when the form
 * itself cannot be read. `isOurs` tells whether a finding about it still means something.
 */
export function salvaged(
  document: unknown,
  findings: readonly Finding[],
): { procedure: Procedure; isOurs(finding: Finding): boolean } | null {
  const copy = JSON.parse(JSON.stringify(document ?? null));
  const left = new Set<string>();
  for (const { code, path, params } of findings) {
    const root = String(path[0] ?? params?.name ?? '');
    if (code === 'unknown-field') Reflect.deleteProperty(at(copy, path), String(params?.name));
    else if (parts.includes(root)) {
      left.add(root);
      Reflect.deleteProperty(copy, root);
    } else return null;
  }
  const read = readShape(copy);
  if ('findings' in read) return null;
  const codes = [...left].map((root) => blamed[root]);
  return {
    procedure: read.procedure,
    isOurs: ({ path, code }) => !left.has(String(path[0])) && !codes.includes(code),
  };
}

const at = (document: unknown, path: Path): object => {
  const found = path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
    document,
  );
  return typeof found === 'object' && found !== null ? found : {};
};
