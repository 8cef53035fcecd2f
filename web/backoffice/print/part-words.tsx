import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { Part } from './print-api.ts';

/** What is in a part, in one line: how it is folded, how much of it there is and what it costs to post. */
export function PartWords({ part }: { part: Part }) {
  const { departmentName } = useSignedIn();
  const { registered, envelope, letters, sheets, cents, department } = part;
  return (
    <p class="marks">
      {department && <span>{departmentName(department)}</span>}
      {registered && <span>{t.registered}</span>}
      <span>{t.letters(letters)}</span>
      <span>{t.sheets(sheets)}</span>
      <span>{t.envelopes[envelope]}</span>
      <span>{t.postage(cents)}</span>
    </p>
  );
}
