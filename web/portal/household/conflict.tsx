import type { MemberView } from '../../../functions/households/household-api.ts';
import { Button } from '../../ui/button.tsx';
import { day } from '../../ui/messages/dates.ts';
import { household } from '../../ui/messages/household-fr.ts';
import { Notice } from '../../ui/notice.tsx';
import { Alert } from '../../ui/status.tsx';
import { addressText } from './member-card.tsx';
import { type Draft, typedOf } from './member-draft.ts';

const t = household.conflict;
const f = household.form;
type Shown = ReturnType<typeof typedOf>;

/** Each thing in words, to compare one with the other. */
const linesOf = (typed: Shown): [label: string, value: string][] => [
  [f.relation, household.relation[typed.relation]],
  [f.givenName, typed.givenName],
  [f.familyName, typed.familyName],
  [f.birth, typed.birth ? day(typed.birth) : t.none],
  [household.livesAt, typed.address ? addressText(typed.address) : household.sameAddress],
  [household.alsoLivesAt, typed.otherAddress ? addressText(typed.otherAddress) : t.none],
  [household.otherParent, typed.otherParent?.name ?? t.none],
];

type ConflictProps = {
  stored: MemberView | undefined;
  draft: Draft;
  busy: boolean;
  onKeepMine: () => void;
  onKeepTheirs: () => void;
};
/** What was stored meanwhile beside what was typed: only where they differ, and nothing is lost before a choice. */
export function Conflict({ stored, draft, busy, onKeepMine, onKeepTheirs }: ConflictProps) {
  const mine = linesOf(typedOf(draft, stored));
  const theirs = stored ? linesOf(stored) : [];
  const different = mine.flatMap(([label, value], index) => {
    const other = theirs[index]?.[1];
    return other === undefined || other === value ? [] : [{ label, value, other }];
  });
  return (
    <Alert>
      <Notice kind="warning" title={t.title} level={2}>
        <p>{stored ? t.text : t.gone}</p>
        {different.length > 0 && (
          <ul class="differences">
            {different.map(({ label, value, other }) => (
              <li key={label}>
                <strong>{label}</strong>
                <span>
                  {t.theirs} : {other}
                </span>
                <span>
                  {t.mine} : {value}
                </span>
              </li>
            ))}
          </ul>
        )}
        <div class="household-actions">
          {stored && (
            <Button busy={busy} onClick={onKeepMine}>
              {t.keepMine}
            </Button>
          )}
          <Button look="secondary" onClick={onKeepTheirs}>
            {t.keepTheirs}
          </Button>
        </div>
      </Notice>
    </Alert>
  );
}
