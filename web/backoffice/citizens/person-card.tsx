import { citizens as t } from '../../ui/messages/backoffice-citizens-fr.ts';
import type { Alike, Card } from './citizens-api.ts';
import { hrefOf } from './citizens-api.ts';
import { spoken } from './identity-panel.tsx';

/** The few lines that tell somebody from another, and why they are thought to be the same. */
export function PersonCard(props: {
  person: Card;
  reasons?: Alike['reasons'];
  confidence?: number;
  isLink?: boolean;
}) {
  const { person, reasons, confidence, isLink } = props;
  const { name, birth, address, phones, emails } = person;
  const lines = [
    birth && t.birth(birth),
    address?.replace(/\n/g, ', '),
    phones.map(spoken).join(', '),
    emails.join(', '),
  ].filter(Boolean);
  return (
    <div class="person-card">
      <p>
        {isLink ? (
          <a href={hrefOf(person.personId)}>
            <strong>{name || t.unnamed}</strong>
          </a>
        ) : (
          <strong>{name || t.unnamed}</strong>
        )}
      </p>
      {lines.map((line) => (
        <p key={line} class="soft">
          {line}
        </p>
      ))}
      {reasons && reasons.length > 0 && (
        <p class="reasons">
          {confidence !== undefined && `${t.confidence(confidence)} · `}
          {reasons.map((each) => t.matchReasons[each] ?? each).join(', ')}
        </p>
      )}
    </div>
  );
}
