import { kit } from './messages/fr.ts';

export type CheckedAnswer = { key: string; label: string; value: string; href?: string; filled?: boolean };
type CheckAnswersProps = {
  title: string;
  /** Of title and questions, where it is not that of the page. */
  lang?: string | undefined;
  answers: readonly CheckedAnswer[];
  onChange?: (event: MouseEvent, answer: CheckedAnswer) => void;
};

/** Questions and answers of one subject, each with a link back to it. */
export function CheckAnswers({ title, lang, answers, onChange }: CheckAnswersProps) {
  return (
    <section class="check-answers">
      <h2 lang={lang}>{title}</h2>
      <dl>
        {answers.map((answer) => (
          <div key={answer.key}>
            <dt lang={lang}>{answer.label}</dt>
            <dd class={answer.filled === false ? 'lines soft' : 'lines'}>{answer.value}</dd>
            {answer.href && (
              <dd class="change">
                <a href={answer.href} onClick={(event) => onChange?.(event, answer)}>
                  {kit.change}
                  <span class="visually-hidden" lang={lang}>
                    {' '}
                    {answer.label}
                  </span>
                </a>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </section>
  );
}
