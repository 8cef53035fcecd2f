import { missingIn, textsOf } from '../../../functions/procedures/in-language.ts';
import { type OtherLanguage, otherLanguages } from '../../../functions/procedures/translation.ts';
import { TextArea } from '../../ui/field.tsx';
import {
  sections as sectionWords,
  translations as t,
} from '../../ui/messages/backoffice-procedure-editor-fr.ts';
import { completed } from './complete.ts';
import { type Doc, isRecord, write } from './document.ts';
import { useDesk } from './editing.tsx';
import { PartTitle } from './part.tsx';

const wordsIn = (doc: Doc, language: OtherLanguage): Record<string, string> => {
  const all = isRecord(doc.translations) ? doc.translations[language] : undefined;
  return isRecord(all) ? (all as Record<string, string>) : {};
};
/** An empty translation is none: the sentence is French again. */
const said = (doc: Doc, language: OtherLanguage, sentence: string, value: string): Doc => {
  const { [sentence]: _, ...others } = wordsIn(doc, language);
  const words = value === '' ? others : { ...others, [sentence]: value };
  const all = { ...(isRecord(doc.translations) ? doc.translations : {}), [language]: words };
  return write(doc, 'translations', all);
};

/** Each sentence that a citizen reads, beside what it is in English and in plain French. */
export function TranslationsPart() {
  const { doc, change } = useDesk();
  const procedure = completed(doc);
  const sentences = textsOf(procedure).filter((sentence) => sentence.trim() !== '');
  const { title, hint } = sectionWords.translations ?? { title: '' };
  return (
    <>
      <PartTitle {...(hint && { hint })}>{title}</PartTitle>
      <ul class="part-hint">
        {otherLanguages.map((language) => (
          <li key={language}>
            {t.left(t.languages[language], missingIn(procedure, language).length, sentences.length)}
          </li>
        ))}
      </ul>
      {sentences.map((sentence, at) => (
        <fieldset class="list-item" key={sentence}>
          <legend>{sentence}</legend>
          {otherLanguages.map((language) => (
            <TextArea
              key={language}
              id={`translation-${language}-${at}`}
              label={t.languages[language]}
              rows={sentence.length > 90 ? 3 : 1}
              maxLength={2_500}
              value={wordsIn(doc, language)[sentence] ?? ''}
              onChange={(value) => change((before) => said(before, language, sentence, value))}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}
