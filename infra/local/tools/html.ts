/** Text that is already HTML. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}
type Value = string | number | undefined | false | Html | readonly Html[];

/** HTML with every inserted value escaped, unless it is HTML itself. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  return new Html(parts.reduce((text, part, at) => text + (at ? shown(values[at - 1]) : '') + part, ''));
}

function shown(value: Value): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map((one) => one.text).join('');
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

type Page = { title: string; body: Html; isLive?: boolean };

/** A whole page in French, with the style of the tools. */
export function page({ title, body, isLive = false }: Page): string {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Parvis</title>
<link rel="stylesheet" href="/local/tools.css">
${isLive && html`<script src="/local/tools.js" defer></script>`}
</head>
<body>${body}</body>
</html>`.text;
}
