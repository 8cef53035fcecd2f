/**
 * The one price table: US dollars per unit, Paris (eu-west-3), before tax, without free tiers.
 * `verified` = read on the provider's price list; `recalled` = from memory or derived, to be checked before it is quoted.
 */
export type Price = {
  service: string;
  operation: RegExp;
  unit: string;
  usd: number;
  source: 'verified' | 'recalled';
};

export const EUR_PER_USD = 0.92;

const M = 1e-6;
const K = 1e-3;
export const PRICES: readonly Price[] = [
  // us-east-1 list 0.625 and 0.125 per million since November 2024 (verified), times the Paris factor 1.188 (recalled).
  { service: 'dynamodb', operation: /^write/, unit: 'write unit', usd: 0.742 * M, source: 'recalled' },
  { service: 'dynamodb', operation: /^read/, unit: 'read unit', usd: 0.1485 * M, source: 'recalled' },
  { service: 'lambda', operation: /^invocation/, unit: 'invocation', usd: 0.2 * M, source: 'recalled' },
  { service: 'lambda', operation: /x86$/, unit: 'GB-second', usd: 1.66667e-5, source: 'recalled' },
  { service: 'lambda', operation: /^gb-second/, unit: 'GB-second', usd: 1.33334e-5, source: 'recalled' },
  { service: 'logs', operation: /./, unit: 'GB', usd: 0.6, source: 'recalled' },
  { service: 'api', operation: /./, unit: 'call', usd: 1.17 * M, source: 'recalled' },
  { service: 'cloudfront', operation: /./, unit: 'request', usd: 1.2 * M, source: 'recalled' },
  { service: 'states', operation: /Transition/, unit: 'transition', usd: 0.0297 * K, source: 'recalled' },
  // Its calls are free, only transitions are billed.
  { service: 'states', operation: /./, unit: 'call', usd: 0, source: 'verified' },
  { service: 'sqs', operation: /./, unit: 'call', usd: 0.4 * M, source: 'recalled' },
  { service: 'events', operation: /./, unit: 'event', usd: 1 * M, source: 'recalled' },
  { service: 'scheduler', operation: /./, unit: 'invocation', usd: 1 * M, source: 'recalled' },
  { service: 's3', operation: /^(Delete|Abort)/, unit: 'call', usd: 0, source: 'verified' },
  { service: 's3', operation: /^(Get|Head)/, unit: 'call', usd: 0.42 * M, source: 'recalled' },
  { service: 's3', operation: /./, unit: 'call', usd: 5.3 * M, source: 'recalled' },
  { service: 'malware', operation: /^gb/i, unit: 'GB', usd: 0.09, source: 'recalled' },
  { service: 'malware', operation: /./, unit: 'object', usd: 0.215 * K, source: 'recalled' },
  { service: 'textract', operation: /./, unit: 'page', usd: 1.5 * K, source: 'recalled' },
  // Paid with the functions above; counted apart to be set beside Textract (reading-cost.ts).
  { service: 'reader', operation: /^pages/, unit: 'page', usd: 0, source: 'verified' },
  { service: 'reader', operation: /./, unit: 'GB-second', usd: 0, source: 'verified' },
  { service: 'ses', operation: /chunk/i, unit: 'chunk of 256 KB', usd: 0.09 * K, source: 'recalled' },
  { service: 'ses', operation: /./, unit: 'message', usd: 0.1 * K, source: 'recalled' },
  {
    service: 'kms',
    operation: /^(Sign|Verify|GetPublicKey)/,
    unit: 'call',
    usd: 0.15e-4,
    source: 'recalled',
  },
  { service: 'kms', operation: /./, unit: 'call', usd: 3 * M, source: 'recalled' },
  { service: 'secrets', operation: /./, unit: 'call', usd: 5 * M, source: 'recalled' },
  // Texts are bought by the message from a carrier and stay outside the budget of a request.
  { service: 'sns', operation: /sms/i, unit: 'text', usd: 0.075, source: 'recalled' },
  // Two-way numbers are rented by the month besides.
  { service: 'sms', operation: /received/, unit: 'text', usd: 0.0075, source: 'recalled' },
  { service: 'sns', operation: /./, unit: 'call', usd: 0.5 * M, source: 'recalled' },
];

/** Euros for so many units; undefined when the table has no price for it. */
export function priceOf(
  service: string,
  operation: string,
  units: number,
): { eur: number; price: Price } | undefined {
  const price = PRICES.find((line) => line.service === service && line.operation.test(operation));
  return price && { eur: units * price.usd * EUR_PER_USD, price };
}
