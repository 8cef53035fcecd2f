import type { readNotices } from '../../functions/telephony/public-api.ts';
import type { AnswerOf } from '../ui/api.ts';
import { language } from '../ui/messages/language-fr.ts';
import { notices as words } from '../ui/messages/notices-fr.ts';

type Notices = AnswerOf<typeof readNotices>['notices'];
const kept = 'notices';
const freshMs = 120_000;

/** What is on, asked at most every two minutes of a visit. */
async function read(): Promise<Notices> {
  const { at = 0, notices = [] } = JSON.parse(sessionStorage.getItem(kept) ?? '{}') as {
    at?: number;
    notices?: Notices;
  };
  if (Date.now() - at < freshMs) return notices;
  const response = await fetch('/api/public/notices', { headers: { accept: 'application/json' } });
  if (!response.ok) return [];
  const answer = (await response.json()) as { notices: Notices };
  sessionStorage.setItem(kept, JSON.stringify({ at: Date.now(), notices: answer.notices }));
  return answer.notices;
}

/** The message of the day, above the page: the same words as on the telephone. */
async function show(): Promise<void> {
  const notices = await read();
  const main = document.querySelector('main');
  if (notices.length === 0 || !main) return;
  const aside = document.createElement('aside');
  aside.className = 'day-message';
  aside.setAttribute('aria-label', words.label);
  for (const { name, text } of notices) {
    const line = document.createElement('p');
    if (name) {
      const about = document.createElement('strong');
      about.textContent = words.about(name);
      line.append(about);
    }
    const said = document.createElement('span');
    if (language.content) said.lang = language.content;
    said.textContent = text;
    line.append(said);
    aside.append(line);
  }
  main.before(aside);
}

// Without a network, or where nothing may be kept, the page is as good without it.
show().catch(() => undefined);
