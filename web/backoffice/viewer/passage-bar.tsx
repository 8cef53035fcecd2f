import { viewer as t } from '../../ui/messages/backoffice-viewer-fr.ts';
import { Status, toast } from '../../ui/status.tsx';
import type { UseAs } from './read-text.tsx';

/** A bar has room for a line or two; who needs the whole copies it, or hears it. */
const longest = 90;
const inShort = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 10).trimEnd()}…` : text;

const keepChosen = (event: Event) => event.preventDefault();

/** What to do with the passage that was chosen on the picture: copy it, or make it a value of the form beside. */
export function PassageBar({ text, use }: { text: string; use?: UseAs }) {
  const copy = () => {
    // Refused where the browser asks and is told no: the keys of copying do it all the same.
    const done = navigator.clipboard?.writeText(text);
    done?.then(
      () => toast(t.copied),
      () => toast(t.copyRefused),
    );
  };
  return (
    <>
      {/* Whoever chooses by keyboard without seeing hears what is chosen. */}
      <Status hidden>{text && t.quoted(text)}</Status>
      {text && (
        <section class="passage-bar" aria-label={t.passage} onMouseDown={keepChosen}>
          <p class="passage-said" lang="fr">
            {t.quoted(inShort(text))}
          </p>
          <p class="passage-tap">{t.tapOn}</p>
          <div class="uses">
            <button type="button" class="button secondary" onClick={copy}>
              {t.copy}
            </button>
            {use?.fields.map(({ name, label }) => (
              <button
                type="button"
                class="button secondary"
                key={name}
                aria-label={t.useFor(label)}
                onClick={() => use.onUse(name, text)}
              >
                {label}
              </button>
            ))}
          </div>
        </section>
      )}
    </>
  );
}
