import type { ComponentChildren } from 'preact';
import { textBlocks } from '../../../functions/letters/letter-text.ts';
import { leftToWrite } from '../../../functions/letters/messages/gaps-fr.ts';
import { site } from '../site.ts';
import type { Trial } from './templates-api.ts';

/** What is left to write stands out. */
const marked = (text: string): ComponentChildren =>
  text.split(leftToWrite).map((piece, index) => (index % 2 ? <mark key={index}>{piece}</mark> : piece));

/** The letter on a sheet, in the order it is read; its exact drawing is the PDF. */
export function Paper({ trial }: { trial: Trial }) {
  const { subject, text, recipient, signature, mentions } = trial;
  return (
    <div class="paper">
      <p class="paper-head">{site().name}</p>
      {recipient.length > 0 && <p class="paper-to">{recipient.join('\n')}</p>}
      <p class="paper-subject">{marked(subject)}</p>
      {textBlocks(text).map((block, index) => {
        if (block.block === 'heading') return <h3 key={index}>{marked(block.text)}</h3>;
        if (block.block === 'paragraph') return <p key={index}>{marked(block.text)}</p>;
        const List = block.isNumbered ? 'ol' : 'ul';
        return (
          <List key={index}>
            {block.items.map((item) => (
              <li key={item}>{marked(item)}</li>
            ))}
          </List>
        );
      })}
      {signature && (
        <p class="paper-signature">
          {[signature.capacity, signature.title, signature.name].filter(Boolean).join('\n')}
        </p>
      )}
      {mentions.map(({ title, text: words }) => (
        <p key={title} class="paper-mention">
          <strong>{title}</strong>
          {`\n${words}`}
        </p>
      ))}
    </div>
  );
}
