import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import type { Opened } from './use-letter.ts';

/** The very pages that will be signed, and their words for who does not see them. */
export function LetterSheet({ letter, pages }: Opened) {
  return (
    <div class="book-sheets">
      {pages.map((page, index) => (
        <img
          key={page}
          src={page}
          alt={t.page(index + 1, letter.pages, letter.reference)}
          width="1091"
          height="1543"
        />
      ))}
      <details class="book-words">
        <summary>{t.read}</summary>
        <div class="letter-words">
          {letter.text.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index}>{paragraph}</p>
          ))}
        </div>
      </details>
    </div>
  );
}
