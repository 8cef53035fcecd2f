export type Action =
  | { readonly type: 'S3'; readonly bucket: string; readonly prefix: string; readonly topic?: string }
  | { readonly type: 'Lambda'; readonly arn: string }
  | { readonly type: 'Stop' };
export type ReceiptRule = {
  readonly name: string;
  readonly after?: string;
  readonly recipients: string[];
  readonly actions: Action[];
};

/** The rule that the properties of an AWS::SES::ReceiptRule describe; undefined when it is off. Refuses other actions. */
export function asReceiptRule(
  logicalId: string,
  properties: Record<string, unknown>,
): ReceiptRule | undefined {
  const rule = properties.Rule as {
    Name?: string;
    Enabled?: unknown;
    Recipients?: string[];
    Actions?: Record<string, Record<string, unknown>>[];
  };
  if (rule.Enabled !== true && rule.Enabled !== 'true') return undefined;
  return {
    name: rule.Name ?? logicalId,
    after: properties.After === undefined ? undefined : String(properties.After),
    recipients: rule.Recipients ?? [],
    actions: (rule.Actions ?? []).map((action) => asAction(logicalId, action)),
  };
}

function asAction(logicalId: string, action: Record<string, Record<string, unknown>>): Action {
  const [kind = '', given = {}] = Object.entries(action)[0] ?? [];
  const topic = given.TopicArn === undefined ? undefined : String(given.TopicArn);
  const isPlain = given.KmsKeyArn === undefined;
  if (kind === 'S3Action' && isPlain) {
    const prefix = String(given.ObjectKeyPrefix ?? '');
    return { type: 'S3', bucket: String(given.BucketName), prefix, ...(topic && { topic }) };
  }
  if (kind === 'LambdaAction' && isPlain && !topic && (given.InvocationType ?? 'Event') === 'Event')
    return { type: 'Lambda', arn: String(given.FunctionArn) };
  if (kind === 'StopAction') return { type: 'Stop' };
  throw new Error(`SES receipt rule ${logicalId}: ${JSON.stringify(action)} is not served locally`);
}

/** Rules in the order that SES gives them: right after the one that `After` names, else before all others. */
export function inOrder(rules: ReceiptRule[]): ReceiptRule[] {
  const isPlaced = (rule: ReceiptRule) => !rules.some(({ name }) => name === rule.after);
  const ordered = rules.filter(isPlaced).reverse();
  let waiting = rules.filter((rule) => !isPlaced(rule));
  while (waiting.length > 0) {
    const ready = waiting.filter((rule) => ordered.some(({ name }) => name === rule.after));
    if (ready.length === 0)
      throw new Error(`SES receipt rules follow each other in a circle: ${waiting[0]?.name}`);
    for (const rule of ready)
      ordered.splice(ordered.findIndex(({ name }) => name === rule.after) + 1, 0, rule);
    waiting = waiting.filter((rule) => !ready.includes(rule));
  }
  return ordered;
}

/** The recipients that a rule is for: an address (with any +label), a domain, `.domain` for its sub-domains, none for all. */
export function recipientsFor(rule: ReceiptRule, recipients: string[]): string[] {
  if (rule.recipients.length === 0) return recipients;
  const wanted = rule.recipients.map((condition) => condition.toLowerCase());
  return recipients.filter((recipient) => {
    const [local = '', domain = ''] = recipient.toLowerCase().split('@');
    const addresses = [`${local}@${domain}`, `${local.split('+')[0]}@${domain}`];
    const matches = (condition: string) =>
      condition.startsWith('.')
        ? domain.endsWith(condition)
        : condition.includes('@')
          ? addresses.includes(condition)
          : condition === domain;
    return wanted.some(matches);
  });
}
