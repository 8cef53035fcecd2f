import type { Contact } from '../../intake/contact.ts';

/**
 * What somebody wrote themselves. A form repeats its questions in each answer (form-contact.ts: a question, then its answer,
 * paragraph by paragraph): they would make all its answers alike, and name a wave after the form.
 */
export const ownWords = ({ form, text }: Partial<Pick<Contact, 'form'>> & Pick<Contact, 'text'>): string =>
  form
    ? text
        .split(/\n{2,}/)
        .map((paragraph) => paragraph.split('\n').slice(1).join('\n'))
        .filter(Boolean)
        .join('\n\n')
    : text;
