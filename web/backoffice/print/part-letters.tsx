import { print as t } from '../../ui/messages/backoffice-print-fr.ts';
import type { PrintBatch } from './print-api.ts';
import { RequestName } from './request-name.tsx';

type Props = {
  part: number;
  letters: PrintBatch['letters'];
  failed: ReadonlySet<number>;
  onFailed(failed: ReadonlySet<number>): void;
};

/** The letters of a part as its sorting sheet lists them; those that came out badly are ticked. */
export function PartLetters({ part, letters, failed, onFailed }: Props) {
  const toggle = (number: number) => {
    const next = new Set(failed);
    if (!next.delete(number)) next.add(number);
    onFailed(next);
  };
  return (
    // A wide table scrolls in its own frame; the keyboard gets there by the links in it.
    <div class="table-frame">
      <table class="print-letters">
        <caption class="visually-hidden">{`${t.lettersOf}, ${t.part(part)}`}</caption>
        <thead>
          <tr>
            <th scope="col">{t.number}</th>
            <th scope="col">{t.reference}</th>
            <th scope="col">{t.recipient}</th>
            <th scope="col">{t.pagesHead}</th>
            <th scope="col">{t.weight}</th>
            <th scope="col">{t.state}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map(({ number, reference, recipient, pages, grams, state }) => (
            <tr key={number}>
              <td>{number}</td>
              <th scope="row">
                <RequestName reference={reference} />
              </th>
              <td>{recipient}</td>
              <td>{pages}</td>
              <td>{grams} g</td>
              <td>
                {state === 'waiting' ? (
                  <div class="choice">
                    <input
                      type="checkbox"
                      id={`failed-${number}`}
                      checked={failed.has(number)}
                      onChange={() => toggle(number)}
                    />
                    <label for={`failed-${number}`}>
                      <span>
                        {t.failed}
                        <span class="visually-hidden">{t.failedOf(number)}</span>
                      </span>
                    </label>
                  </div>
                ) : (
                  t.letterStates[state]
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
