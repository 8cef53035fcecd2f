import type * as z from 'zod';

/** Something wrong in a folder: where it is and what to do about it. */
export type Problem = {
  readonly file: string;
  readonly field: string;
  readonly problem: string;
  readonly remedy: string;
};

/** Everything that is wrong in the folders of the authorities, at once, as one message for a person. */
export class ConfigurationError extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    const lines = problems.map(
      ({ file, field, problem, remedy }) =>
        `- ${file}, ${field || 'whole file'}: ${problem}\n  Remedy: ${remedy}`,
    );
    const count = problems.length === 1 ? 'One thing is' : `${problems.length} things are`;
    super(`${count} wrong in the configuration:\n${lines.join('\n')}`);
    this.name = 'ConfigurationError';
    this.problems = problems;
  }
}

/** Shapes whose rule a regular expression does not tell a person. */
const examples: readonly [field: RegExp, remedy: string][] = [
  [/(^|\.)slug$/, 'write small letters, digits and hyphens, for instance "val-clair"'],
  [/^prefix$/, 'write two to four capital letters, for instance "VC"'],
  [/^domain$/, 'write the host name alone, for instance "demarches.val-clair.fr"'],
  [/communes\.\d+\.code$/, 'write the five characters of the INSEE code, for instance "35238"'],
  [/postalCode$/, 'write the five digits, for instance "35000"'],
  [/account$/, 'write the twelve digits of the AWS account, or leave the field out'],
  [/^(brand|accent|surface)$/, 'write a # and six hexadecimal digits, for instance "#1f6f5c"'],
  [/period$/, 'write a number of days or months, for instance "P2M" or "P30D"'],
];

/** Turns what zod found into file, field, problem and remedy. */
export function problemsOf(file: string, error: z.ZodError): Problem[] {
  return error.issues.flatMap((issue) => {
    const found = innermost(issue);
    const field = found.path.join('.');
    return { file, field, problem: found.message, remedy: remedyOf(found, field) };
  });
}

/** Of a union that fits nowhere, the branch that came nearest says most. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return issue;
  const [nearest] = [...issue.errors].sort(
    (one, other) => depth(other) - depth(one) || one.length - other.length,
  );
  const inner = nearest?.[0];
  return inner ? innermost({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue) : issue;
}
const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(0, ...issues.map(({ path }) => path.length));

/** What a letter template lacks so that one knows who signs it. */
const remedies: Readonly<Record<string, string>> = {
  'decision-without-signature':
    'a decision is signed: end "circuit" with a step of kind "signature", or leave "circuit" out',
  'reason-missing':
    'write in "decidesNothing" why this letter decides nothing, or add a step of kind "signature" to "circuit"',
  'decides-after-all':
    'remove "decidesNothing", or choose a "kind" other than "decision" and the outcome "answered"',
};

function remedyOf(issue: z.core.$ZodIssue, field: string): string {
  const known = issue.code === 'custom' ? remedies[String(issue.params?.code)] : undefined;
  if (known) return known;
  const example = examples.find(([pattern]) => pattern.test(field))?.[1];
  if (issue.code === 'unrecognized_keys')
    return `remove ${quoted(issue.keys)}, or mind the spelling: no such field exists here`;
  if (issue.code === 'invalid_value') return `write one of ${quoted(issue.values.map(String))}`;
  if (issue.code === 'invalid_type') return example ?? `write ${article(issue.expected)} here`;
  if (example) return example;
  if (issue.code === 'too_small') return `give at least ${issue.minimum} ${unit(issue.origin)}`;
  if (issue.code === 'too_big') return `give at most ${issue.maximum} ${unit(issue.origin)}`;
  if (issue.code === 'invalid_format') return formatRemedy(issue.format);
  if (issue.code === 'invalid_union' && issue.errors.length === 0)
    return 'write one of the kinds the problem names';
  return 'compare with the same file of infra/collectivities/val-clair';
}

const quoted = (words: readonly string[]) => words.map((word) => `"${word}"`).join(', ');
const article = (type: string) => (/^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`);
const unit = (origin: string) =>
  ({ string: 'characters', array: 'entries', number: 'as the value', int: 'as the value' })[origin] ?? origin;

function formatRemedy(format: string): string {
  if (format === 'email') return 'write a mail address, for instance "mairie@val-clair.fr"';
  if (format === 'url') return 'write a whole address, for instance "https://identite.val-clair.fr"';
  if (format === 'date') return 'write a day as year, month, day: "2026-11-02"';
  return 'use small letters without accents, digits and hyphens, beginning with a letter';
}
