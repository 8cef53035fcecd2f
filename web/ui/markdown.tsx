import type { ComponentChildren } from 'preact';

/**
 * The little Markdown of articles and legal pages: paragraphs, `##` and `###` headings, lists, **bold** and [links](…).
 * Anything else is shown as it is; only links to this site, the web, mail and telephone become links.
 */
export function Markdown({ text }: { text: string }) {
  return <div class="prose">{blocks(text).map((block, index) => render(block, index))}</div>;
}

const blocks = (text: string): string[] =>
  text
    .replace(/\r\n/g, '\n')
    .replace(/^(#{2,3} .*)\n(?!\n)/gm, '$1\n\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter(Boolean);

function render(block: string, key: number): ComponentChildren {
  const heading = /^(#{2,3}) (.*)$/.exec(block);
  if (heading) {
    const Title = heading[1] === '##' ? 'h2' : 'h3';
    return <Title key={key}>{inline(heading[2] ?? '')}</Title>;
  }
  const lines = block.split('\n');
  const bulleted = lines.every((line) => /^[-*] /.test(line));
  if (bulleted || lines.every((line) => /^\d+[.)] /.test(line))) {
    const List = bulleted ? 'ul' : 'ol';
    return (
      <List key={key}>
        {lines.map((line) => (
          <li key={line}>{inline(line.replace(/^(?:[-*]|\d+[.)]) /, ''))}</li>
        ))}
      </List>
    );
  }
  return <p key={key}>{inline(lines.join(' '))}</p>;
}

function inline(text: string): ComponentChildren[] {
  return text.split(/(\*\*[^*]+\*\*|\[[^\]]+\]\((?:[^()\s]|\([^()\s]*\))+\))/).map((part) => {
    if (part.startsWith('**') && part.length > 4) return <strong key={part}>{part.slice(2, -2)}</strong>;
    const link = /^\[([^\]]+)\]\(((?:https?:\/\/|mailto:|tel:|\/(?![/\\])|#)\S*)\)$/.exec(part);
    return link ? (
      <a key={part} href={link[2]}>
        {link[1]}
      </a>
    ) : (
      part
    );
  });
}
