import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { calendarDay } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { base } from '../routes.ts';
import { type BookItem, letterAddress } from './book-api.ts';

type Props = {
  item: BookItem;
  now: string;
  /** A decision of this device that waits for the network. */
  waits?: string;
  selected?: boolean;
  onSelect?(selected: boolean): void;
};

/** A letter of the book: what it is, for whom, by when. The whole card opens it; its box is a target of its own. */
export function BookRow({ item, now, waits, selected, onSelect }: Props) {
  const id = `select-${item.letterId}`;
  const isWaiting = item.state === 'waiting';
  const isLate = isWaiting && item.due < calendarDay(now);
  return (
    <li class={selected ? 'card row book-row selected' : 'card row book-row'}>
      {onSelect && (
        <span class="book-select">
          <input
            type="checkbox"
            id={id}
            checked={selected}
            onChange={(event) => onSelect(event.currentTarget.checked)}
          />
          <label for={id}>
            <span class="visually-hidden">{t.select(`${item.subject}, ${item.reference}`)}</span>
          </label>
        </span>
      )}
      <div class="book-text">
        <p class="subject">
          <a href={letterAddress(base, item)}>
            {item.subject}
            <span class="visually-hidden">
              , {item.reference}
              {!isWaiting && item.at && `, ${t.kinds[item.kind]}, ${t.states[item.state]} ${t.at(item.at)}`}
            </span>
          </a>
        </p>
        {item.recipient && <p class="sender">{t.to(item.recipient)}</p>}
        <p class="marks">
          <span class="reference">{item.reference}</span>
          <span>{t.by(item.writer)}</span>
          {item.onBehalfOf && <span>{t.for(item.onBehalfOf)}</span>}
        </p>
      </div>
      <p class="book-tags">
        {isWaiting && item.urgency === 'high' && <Tag kind="danger">{t.urgent}</Tag>}
        {isLate && <Tag kind="danger">{t.late}</Tag>}
        <Tag kind={item.kind === 'signature' ? 'brand' : 'neutral'}>{t.kinds[item.kind]}</Tag>
        <Tag kind={item.outcome === 'refused' ? 'warning' : 'neutral'}>{t.outcomes[item.outcome]}</Tag>
        {!isWaiting && (
          <Tag kind={item.state === 'sealed' ? 'success' : 'neutral'}>{t.states[item.state]}</Tag>
        )}
        {waits && <Tag kind="warning">{waits}</Tag>}
        {isWaiting && <span class="soft">{t.due(item.due)}</span>}
        {!isWaiting && item.at && <span class="soft">{t.at(item.at)}</span>}
      </p>
    </li>
  );
}
