export type Pattern = 'call' | 'token' | 'sync';

const SERVED: Record<string, readonly Pattern[]> = {
  'lambda:invoke': ['call', 'token'],
  'states:startExecution': ['call', 'sync'],
  'events:putEvents': ['call'],
  'sqs:sendMessage': ['call', 'token'],
  'sns:publish': ['call'],
  'lambda:direct': ['call'],
};

/** `arn:aws:states:::sqs:sendMessage.waitForTaskToken` → the action and how the state waits for it. */
export function readResource(resource: string): { action: string; pattern: Pattern } {
  if (/^arn:[\w-]+:lambda:/.test(resource)) return { action: 'lambda:direct', pattern: 'call' };
  const name = /^arn:[\w-]+:states:::(.+)$/.exec(resource)?.[1] ?? resource;
  if (name.endsWith('.waitForTaskToken')) return { action: name.slice(0, -17), pattern: 'token' };
  if (name.endsWith('.sync:2')) return { action: name.slice(0, -7), pattern: 'sync' };
  return { action: name, pattern: 'call' };
}

export function isIntegrated(resource: string): boolean {
  const { action, pattern } = readResource(resource);
  return Object.hasOwn(SERVED, action) && SERVED[action]?.includes(pattern) === true;
}
