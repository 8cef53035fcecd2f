import { useState } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import { sentenceOf } from '../data/outcome.tsx';
import { type BookLetter, bookApi } from './book-api.ts';

const save = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
};

/** The signed file, its evidence, and what lets anybody check it. */
export function SealedPanel({ letter }: { letter: BookLetter }) {
  const [failure, setFailure] = useState<unknown>();
  const { sealed, reference } = letter;
  const take = (work: Promise<Blob | unknown>, name: string) =>
    work
      .then((found) => {
        const blob =
          found instanceof Blob
            ? found
            : new Blob([JSON.stringify(found, null, 2)], { type: 'application/json' });
        save(blob, name);
      })
      .catch(setFailure);
  return (
    <section class="panel" aria-labelledby="file-title">
      <h2 id="file-title">{sealed ? t.sealedAt(sealed.at) : t.file}</h2>
      <div class="book-downloads">
        <Button look="secondary" onClick={() => void take(bookApi.pdf(letter), `${reference}.pdf`)}>
          {sealed ? t.sealedPdf : t.pdf}
        </Button>
        {sealed && (
          <Button
            look="secondary"
            onClick={() => void take(bookApi.evidence(letter), `preuve-${reference}.json`)}
          >
            {t.evidence}
          </Button>
        )}
      </div>
      {failure !== undefined && <p role="alert">{sentenceOf(failure)}</p>}
      {sealed && <p class="soft">{t.code(sealed.verification)}</p>}
      <p class="soft book-print">{t.print(sealed?.sha256 ?? letter.sha256)}</p>
    </section>
  );
}
