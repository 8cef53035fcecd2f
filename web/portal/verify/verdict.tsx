import type { VerifiedLetter } from '../../../functions/signatures/public-api.ts';
import { verify as t } from '../../ui/messages/verify-fr.ts';
import { Notice } from '../../ui/notice.tsx';

export type Said = { result: keyof typeof t.results; letter: VerifiedLetter | null };
const kinds = {
  genuine: 'success',
  code: 'success',
  altered: 'danger',
  foreign: 'warning',
  unknown: 'warning',
  codeUnknown: 'warning',
} as const;

/** What the check found, in words first; then what is known of the letter, none of it personal. */
export function Verdict({ said }: { said: Said }) {
  const { result, letter } = said;
  const [title, text] = t.results[result];
  const facts: [string, string | null][] = letter
    ? [
        [t.facts.reference, letter.reference],
        [t.facts.authority, letter.authority],
        [t.facts.on, t.day(letter.on)],
        [t.facts.quality, letter.quality],
        [t.facts.mode, t.modes[letter.mode]],
        [t.facts.sha256, letter.sha256],
        [t.facts.certificate, letter.certificateSha256],
      ]
    : [];
  return (
    <div class="verdict">
      <Notice kind={kinds[result]} title={title} level={2}>
        <p>{text}</p>
      </Notice>
      {facts.length > 0 && (
        <dl class="verify-facts">
          {facts.map(
            ([label, value]) =>
              value && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      )}
    </div>
  );
}
