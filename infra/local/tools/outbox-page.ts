import type { Sent } from '../aws/ses/outbox.ts';
import { inFrench } from './format.ts';
import { html, page } from './html.ts';
import { messages, wordFor } from './messages.ts';

/** Everything sent, newest first, each as its reader sees it. HTML of a mail is shown without scripts or network. */
export function outboxPage(sent: readonly Sent[]): string {
  const { title, intro, back } = messages.outboxPage;
  const articles = [...sent].reverse().map(article);
  const body = html`<a class="skip" href="#content">${messages.skip}</a>
<header><div><h1>${title}</h1><p>${intro}</p></div>
<nav aria-label="${messages.nav}"><ul><li><a href="/local/">${back}</a></li></ul></nav></header>
<main id="content" class="outbox">${articles.length ? articles : html`<p class="none">${messages.none}</p>`}</main>`;
  return page({ title, body });
}

function article(one: Sent) {
  const { subject, html: formatted, size, fromAndParts } = messages.outboxPage;
  const files = one.attachments.map(
    (file, at) =>
      html`<li><a href="${new URL(file.url).pathname}" aria-label="${file.name}, ${one.to}, ${one.id} ${at + 1}">${file.name}</a> (${size(file.size)})</li>`,
  );
  return html`<article id="${one.id}" aria-labelledby="title-${one.id}">
<h2 id="title-${one.id}">${one.subject || subject(wordFor(one.kind), one.to)}</h2>
<p class="meta">${wordFor(one.kind)} · ${one.to} · <time datetime="${one.at}">${inFrench(one.at)}</time>${one.sms && html` · ${fromAndParts(one.sms.from, one.sms.parts)}`}${one.requestReference && html` · ${one.requestReference}`}</p>
<pre>${one.text}</pre>
${one.html !== undefined && html`<details><summary>${formatted}</summary><iframe sandbox title="${formatted}" srcdoc="${one.html}"></iframe></details>`}
${files.length > 0 && html`<ul>${files}</ul>`}
</article>`;
}
