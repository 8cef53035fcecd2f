export type Action =
  | { readonly type: 'S3'; readonly bucket: string; readonly prefix: string }
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
  const isPlain = given.TopicArn === undefined && given.KmsKeyArn === undefined;
  if (kind === 'S3Action' && isPlain)
    return { type: 'S3', bucket: String(given.BucketName), prefix: String(given.ObjectKeyPrefix ?? '') };
  if (kind === 'LambdaAction' && isPlain && (given.InvocationType ?? 'Event') === 'Event')
    return { type: 'Lambda', arn: String(given.FunctionArn) };
  if (kind === 'StopAction') return { type: 'Stop' };
  throw new Error(`SES receipt rule ${logicalId}: ${JSON.stringify(action)} is not served locally`);
}

/** Rules in the order that their `After` gives, else in the order of the template. */
export function inOrder(rules: ReceiptRule[]): ReceiptRule[] {
  const ordered: ReceiptRule[] = [];
  for (const rule of rules) {
    const at = ordered.findIndex(({ name }) => name === rule.after);
    ordered.splice(at < 0 ? ordered.length : at + 1, 0, rule);
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
