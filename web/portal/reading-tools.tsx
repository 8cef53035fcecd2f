import { language, reading } from '../ui/messages/language-fr.ts';
import { inPrefix, isTranslated } from './translated.ts';

const languages = [
  { name: 'fr', lang: 'fr', prefix: '' },
  { name: 'en', lang: 'en', prefix: '/en' },
  { name: 'facile', lang: 'fr', prefix: '/facile' },
] as const;

/** Another language, a voice, less data. The buttons work once the page's script is there: until then they are not shown. */
export function ReadingTools({ path }: { path: string }) {
  const isHere = isTranslated(path);
  // An address that is only known in the browser is put there by reading.ts.
  const target = isHere ? path.replace(/\/:.*$/, '') : '/';
  return (
    <nav class="buttons reading-tools" aria-label={reading.label}>
      <ul>
        {languages.map(({ name, lang, prefix }) => (
          <li key={name}>
            <a
              href={inPrefix(target, prefix)}
              lang={lang}
              hreflang={lang}
              data-prefix={isHere ? prefix : undefined}
              aria-current={name === language.name ? 'true' : undefined}
            >
              {reading.languages[name]}
            </a>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="button quiet"
        id="listen"
        hidden
        data-stop={reading.stop}
        data-lang={language.code}
      >
        {reading.listen}
      </button>
      <button type="button" class="button quiet" id="light" hidden aria-pressed="false">
        {reading.light}
      </button>
    </nav>
  );
}
