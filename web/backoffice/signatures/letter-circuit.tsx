import { CheckIcon, ClockIcon } from '../../ui/icons.tsx';
import { signatures as t } from '../../ui/messages/backoffice-signatures-fr.ts';
import type { BookLetter } from './book-api.ts';

type Step = BookLetter['circuit'][number];

function Done({ approval }: { approval: NonNullable<Step['approval']> }) {
  return (
    <>
      <p>
        <strong>{approval.name}</strong>, {approval.quality}
      </p>
      <p class="soft">{t.at(approval.at)}</p>
      {approval.delegation && <p class="soft">{t.order(approval.delegation)}</p>}
      {approval.onBehalfOf && <p class="soft">{t.instead(approval.onBehalfOf)}</p>}
      {approval.comment && <blockquote class="book-comment">{approval.comment}</blockquote>}
    </>
  );
}

/** Who approved, who is asked now, what comes after. */
export function LetterCircuit({ letter }: { letter: BookLetter }) {
  return (
    <section class="panel" aria-labelledby="circuit-title">
      <h2 id="circuit-title">{t.circuit}</h2>
      <ol class="book-circuit">
        <li class="done">
          <CheckIcon />
          <div>
            <p>
              <strong>{letter.submittedBy.name}</strong>, {letter.submittedBy.quality}
            </p>
            <p class="soft">{t.at(letter.submittedAt)}</p>
          </div>
        </li>
        {letter.circuit.map((step) => (
          <li
            key={step.number}
            class={step.approval ? 'done' : step.holders.length > 0 ? 'current' : undefined}
          >
            {step.approval ? <CheckIcon /> : <ClockIcon />}
            <div>
              <p class="book-step">
                {t.kinds[step.kind]}
                {step.title !== t.kinds[step.kind] && ` : ${step.title}`}
              </p>
              {step.approval && <Done approval={step.approval} />}
              {!step.approval && (
                <p class="soft">
                  {step.holders.length > 0
                    ? t.waitsFor(
                        step.holders
                          .map(({ name, onBehalfOf }) =>
                            onBehalfOf ? `${name} (${t.instead(onBehalfOf)})` : name,
                          )
                          .join(', '),
                      )
                    : t.toCome}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
      {letter.returned && (
        <div class="book-returned">
          <p>
            <strong>{t.returnedBy(letter.returned.name, letter.returned.at)}</strong>
          </p>
          <p>{letter.returned.reason}</p>
        </div>
      )}
      <p class="soft book-mode">
        <strong>{t.modes[letter.mode]}.</strong> {t.modeHints[letter.mode]}
      </p>
    </section>
  );
}
