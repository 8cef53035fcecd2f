import { DownloadIcon } from '../../ui/icons.tsx';
import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import type { Letters } from '../data/agent-api.ts';
import { RequestName } from './request-name.tsx';

export function LetterList(props: {
  letters: Letters['letters'];
  chosen: ReadonlySet<string>;
  onChoose(chosen: ReadonlySet<string>): void;
  sinceOf(at: string): string;
}) {
  const { letters, chosen, onChoose } = props;
  const allChosen = letters.every(({ messageId }) => chosen.has(messageId));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <div class="letters">
      <div class="choice">
        <input
          type="checkbox"
          id="choose-all"
          checked={allChosen}
          onChange={() => onChoose(new Set(allChosen ? [] : letters.map(({ messageId }) => messageId)))}
        />
        <label for="choose-all">
          <span>{t.selectAll}</span>
        </label>
      </div>
      <ul>
        {letters.map((letter, index) => (
          <li key={letter.messageId} class="letter">
            <div class="choice">
              <input
                type="checkbox"
                id={`letter-${index}`}
                checked={chosen.has(letter.messageId)}
                onChange={() => toggle(letter.messageId)}
              />
              <label for={`letter-${index}`}>
                <span>
                  <span class="visually-hidden">{t.select} </span>
                  {nameOf(letter.recipient)}
                </span>
              </label>
            </div>
            <p class="soft">
              {t.kinds[letter.kind]}, {letter.subject}, {t.pages(letter.pages)}.{' '}
              {letter.registered && <strong>{t.registered}. </strong>}
              {restOf(letter.recipient)}
              {!letter.recipient && <strong class="field-error">{t.noAddress}. </strong>}
              {t.waiting} <time dateTime={letter.queuedAt}>{props.sinceOf(letter.queuedAt)}</time>
            </p>
            <p class="letter-links">
              <RequestName reference={letter.reference} />
              <a
                class="button secondary"
                href={letter.url}
                target="_blank"
                rel="noopener noreferrer"
                aria-label={t.openOf(nameOf(letter.recipient), props.sinceOf(letter.queuedAt))}
              >
                <DownloadIcon />
                {t.open}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The first line of the address is the person; what follows is shown under it. */
const nameOf = (recipient: string): string => recipient.split('\n', 1)[0] || t.nobody;
const restOf = (recipient: string): string => {
  const rest = recipient.split('\n').slice(1).join(', ');
  return rest && `${rest}. `;
};
