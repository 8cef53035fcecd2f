import { useState } from 'preact/hooks';
import { reasons as t } from '../../ui/messages/backoffice-reasons-fr.ts';
import type { Contact } from '../data/agent-api.ts';
import { type Chip, chipGroups, type Passage, passageOf } from './places.ts';

/** More than a glance takes in: the rest is one gesture away. */
const seenAtOnce = 8;

/** What was read in the document, each a button that shows its place. */
export function FoundChips(props: { contact: Contact; onShow(passage: Passage): void }) {
  const [all, setAll] = useState(false);
  const { contact } = props;
  const groups = chipGroups(contact.proposal?.found ?? []);
  const total = groups.reduce((sum, { chips }) => sum + chips.length, 0);
  if (total === 0) return null;
  const isShort = !all && total > seenAtOnce + 2;
  const perGroup = Math.max(1, Math.floor(seenAtOnce / groups.length));
  const shown = groups.map(({ name, chips }) => ({
    name,
    chips: isShort ? chips.slice(0, perGroup) : chips,
  }));
  const hidden = total - shown.reduce((sum, { chips }) => sum + chips.length, 0);
  return (
    <section class="found" aria-labelledby="found-title">
      <h2 id="found-title">{t.title}</h2>
      <dl>
        {shown.map(({ name, chips }) => (
          <div key={name}>
            <dt>{t.groups[name]}</dt>
            {chips.map((chip) => (
              <dd key={`${chip.kind} ${chip.value}`}>
                <FoundChip chip={chip} onShow={() => props.onShow(passageOf(contact.text, chip))} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {(all || hidden > 0) && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t.fewer : t.more(hidden)}
        </button>
      )}
    </section>
  );
}

function FoundChip({ chip, onShow }: { chip: Chip; onShow(): void }) {
  const kind = t.kinds[chip.kind] ?? chip.kind;
  const value = t.valueOf(chip.kind, chip.value);
  return (
    <button type="button" class="chip" title={t.show(kind, value)} onClick={onShow}>
      <span class="chip-kind">{kind}</span> {value}
      {chip.times > 1 && <span class="chip-note"> {t.times(chip.times)}</span>}
      {chip.of === 'other' && <span class="chip-note"> {t.ofOther}</span>}
    </button>
  );
}
