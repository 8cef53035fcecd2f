import { fullName, type Person } from '../people.ts';
import { html, page } from '../tools/html.ts';
import { messages } from './messages.ts';
import type { Realm } from './realm.ts';

/** The list of invented people to choose from: one button each, no password. */
export function signInPage(realm: Realm, people: readonly Person[], isUnknown: boolean): string {
  const { title, provider } = messages[realm];
  const choices = people.map(
    (person) => html`<li><button class="person" name="login" value="${person.login}">
<strong>${fullName(person)}</strong>
<span>${person.title ?? (person.birthdate && messages.bornOn(inFrench(person.birthdate)))}</span>
</button></li>`,
  );
  const body = html`<a class="skip" href="#content">${messages.skip}</a>
<header><div><h1>${title}</h1>
<p>${messages.standIn(provider)}</p></div></header>
<main class="sign-in" id="content">
${isUnknown && html`<p role="alert" class="problem">${messages.unknown}</p>`}
<form method="post"><h2>${messages.choose}</h2><ul class="people">${choices}</ul></form>
</main>`;
  return page({ title: `${title} - ${provider}`, body });
}

export function expiredPage(): string {
  const { title } = messages.franceconnect;
  return page({
    title,
    body: html`<main class="sign-in"><h1>${title}</h1><p role="alert">${messages.expired}</p></main>`,
  });
}

const inFrench = (day: string) => day.split('-').reverse().join('/');
