import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { isOpenOn } from '../../../functions/procedures/periods.ts';
import type { Procedure } from '../../../functions/procedures/procedure.ts';
import type { Site } from '../../site.ts';
import { Button } from '../../ui/button.tsx';
import { CheckIcon, ClockIcon, MailIcon, UserIcon } from '../../ui/icons.tsx';
import { lazily } from '../../ui/lazily.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { form } from '../../ui/messages/form-fr.ts';
import { language } from '../../ui/messages/language-fr.ts';
import { list } from '../../ui/messages/numbers.ts';
import { portal } from '../../ui/messages/portal-fr.ts';
import { Page } from '../../ui/page.tsx';
import { addresses } from '../frame.tsx';
import { writtenIn } from '../written.ts';
import type { AnswersFirstProps } from './answers-first.tsx';
import { FeesAhead } from './fees.tsx';
import { Opening } from './opening.tsx';
import type { StartKnown } from './start-space.tsx';
import { today } from './today.ts';

const AnswersFirst = lazily<AnswersFirstProps>(
  async () => (await import('./answers-first.tsx')).AnswersFirst,
);

export type Resume = { step: number; count: number; savedAt: string; now: string };
type StartProps = {
  site: Site;
  procedure: Procedure;
  /** A draft of this device; found after the page is shown. */
  resume?: Resume;
  onStart?: () => void;
  onResume?: () => void;
  onRestart?: () => void;
  /** Questions before the start, where they can tell that it is not for oneself. */
  early?: ComponentChildren;
  /** Of whoever is signed in: what the safe holds, and where a draft is kept. */
  known?: Pick<StartKnown, 'ticks' | 'kept'> | undefined;
};

/** Who, how long, what is needed, what is promised; then one button. */
export function StartPage(props: StartProps) {
  const { site, procedure, resume, onStart, onResume, onRestart, early, known } = props;
  const { title, summary, minutes, commitmentDays, audience, before, silence } = procedure;
  const now = useToday();
  const lang = writtenIn(procedure);
  const needs = needsOf(procedure);
  const isOpen = procedure.open.length === 0 || (now !== undefined && isOpenOn(procedure, now));
  const facts = [
    { icon: ClockIcon, text: form.facts.minutes(minutes) },
    { icon: MailIcon, text: form.facts.answer(commitmentDays) },
    { icon: UserIcon, text: form.facts.for(list(audience.map((who) => form.facts.audience[who]))) },
    { icon: CheckIcon, text: form.facts.free },
  ];
  return (
    <Page
      title={title}
      titleLang={lang}
      site={site.name}
      kicker={<a href={addresses.procedures}>{portal.themes[procedure.theme]}</a>}
      intro={<p lang={lang}>{summary}</p>}
    >
      <ul class="facts">
        {facts.map(({ icon: Icon, text }) => (
          <li key={text}>
            <Icon />
            {text}
          </li>
        ))}
      </ul>
      {now && <Opening procedure={procedure} today={now} />}
      {before && (
        <div lang={lang}>
          <Markdown text={before} />
        </div>
      )}
      {needs.length > 0 && (
        <section class="start-block">
          <h2>{form.youWillNeed}</h2>
          <ul class="needs">
            {needs.map(({ text, code }) => {
              const tick = code === undefined ? undefined : known?.ticks[code];
              return (
                <li key={text} class={tick?.isThere ? 'in-safe' : undefined} lang={lang}>
                  {text}
                  {tick && (
                    <span class="need-state" lang={lang && language.code}>
                      {' '}
                      {tick.text}
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <FeesAhead fees={procedure.fees} lang={lang} />
      {procedure.department === '' && !resume && (
        <div class="answers-first">
          <AnswersFirst procedure={procedure} />
        </div>
      )}
      {isOpen && !resume && early}
      {!isOpen ? null : resume ? (
        <div class="resume">
          <h2>{form.resumeTitle}</h2>
          <p>{form.resumeText(resume.step, resume.count, resume.savedAt, resume.now)}</p>
          <div class="buttons">
            <Button onClick={onResume}>{form.resume}</Button>
            <Button look="secondary" onClick={onRestart}>
              {form.restart}
            </Button>
          </div>
        </div>
      ) : (
        <div class="buttons start-button">
          <Button onClick={onStart}>{form.start}</Button>
        </div>
      )}
      {isOpen && <p class="hint">{known?.kept ?? form.draftKept}</p>}
      <section class="start-block">
        <h2>{form.whatNext}</h2>
        <ol class="next-steps">
          {form.nextSteps(commitmentDays).map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {silence.mode !== 'none' && (
          <p class="hint">{form.silence[silence.mode](form.period(silence.period))}</p>
        )}
      </section>
      <section class="start-block">
        <h2>{form.otherWays}</h2>
        <p>{form.otherWaysText(site.contact.phone)}</p>
      </section>
    </Page>
  );
}

/** The page is drawn when the site is built: what day it is, is known once it is open. */
function useToday(): string | undefined {
  const [day, setDay] = useState<string>();
  useEffect(() => setDay(today()), []);
  return day;
}

/** What the procedure says one needs, then the documents it demands and what may replace them. */
const needsOf = ({ youWillNeed, documents }: Procedure): { text: string; code?: string }[] => [
  ...youWillNeed.map((text) => ({ text })),
  ...documents.map(({ code, label, accepts, validMonths, when }) => ({
    code,
    text: form.need(
      label,
      accepts.map((each) => each.label),
      validMonths,
      when !== undefined,
    ),
  })),
];
