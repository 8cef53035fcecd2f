import { rememberLight, wantsLight } from './light.ts';
import { pieces } from './pieces.ts';
import { inPrefix } from './translated.ts';

/** What is under every page: its languages, a voice, less data. Fetched once the page stands. */
function listenTo(button: HTMLButtonElement): void {
  const voice = globalThis.speechSynthesis;
  if (!voice || !('SpeechSynthesisUtterance' in globalThis)) return;
  const start = button.textContent ?? '';
  const show = (isReading: boolean) => {
    button.textContent = isReading ? (button.dataset.stop ?? start) : start;
    button.setAttribute('aria-pressed', String(isReading));
  };
  let isReading = false;
  const stop = () => {
    isReading = false;
    voice.cancel();
    show(false);
  };
  button.hidden = false;
  button.addEventListener('click', () => {
    if (isReading) return stop();
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is not read aloud, and blocks are apart.
    const words = pieces(document.querySelector('main')?.innerText ?? '');
    isReading = words.length > 0;
    show(isReading);
    words.forEach((piece, index) => {
      const said = new SpeechSynthesisUtterance(piece);
      said.lang = button.dataset.lang === 'en' ? 'en-GB' : 'fr-FR';
      if (index === words.length - 1) said.onend = () => isReading && stop();
      voice.speak(said);
    });
  });
  // A voice that goes on over the next page speaks of what is no longer there.
  addEventListener('pagehide', stop);
}

/** The worker of this site no longer fetches fonts and drawings, from the next page on; this one hides them at once. */
function show(button: HTMLButtonElement, isLight: boolean): void {
  document.documentElement.toggleAttribute('data-light', isLight);
  button.setAttribute('aria-pressed', String(isLight));
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ light: isLight }));
}
function lighten(button: HTMLButtonElement): void {
  button.hidden = false;
  show(button, wantsLight());
  button.addEventListener('click', () => {
    const isLight = button.getAttribute('aria-pressed') !== 'true';
    rememberLight(isLight);
    show(button, isLight);
  });
}

/** The same page in another language, at the step that is open, with what its link brought. */
for (const link of document.querySelectorAll<HTMLAnchorElement>('.reading-tools a[data-prefix]')) {
  const lead = () => {
    const { pathname, search, hash } = location;
    link.href = inPrefix(pathname, link.dataset.prefix ?? '') + search + hash;
  };
  for (const event of ['pointerdown', 'focus', 'click']) link.addEventListener(event, lead);
}
const [listen, light] = ['listen', 'light'].map((id) => document.getElementById(id));
if (listen instanceof HTMLButtonElement) listenTo(listen);
if (light instanceof HTMLButtonElement) lighten(light);
