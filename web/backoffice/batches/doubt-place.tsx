import { useState } from 'preact/hooks';
import { Dialog } from '../../ui/dialog.tsx';
import { SearchIcon } from '../../ui/icons.tsx';
import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { StripPage } from './clerk-api.ts';
import { TurnIcon } from './doubt-icons.tsx';
import { PagePicture } from './page-picture.tsx';
import type { Spot } from './strip-state.ts';
import { sureWords, verdictWords } from './strip-words.ts';

/** The two pages around a place, large, with what is proposed between them and why. */
export function DoubtPlace({ spot, onRotate }: { spot: Spot; onRotate(page: number): void }) {
  const { me } = useSignedIn();
  const [large, setLarge] = useState<StripPage | null>(null);
  const { place, left, right } = spot;
  const tone = place.verdict === 'doubt' ? 'doubt' : place.verdict;
  return (
    <section class="doubt-place" aria-labelledby="place-title">
      <div class={`place-said ${tone}`}>
        <h2 id="place-title">{t.between(left.page, right.page)}</h2>
        <p class="place-verdict">
          <strong>{verdictWords(place)}</strong> <span>{sureWords(place, me.login)}</span>
        </p>
        <ul class="place-reasons" aria-label={t.why}>
          {place.reasons.length === 0 && <li>{t.noReason}</li>}
          {place.reasons.map((reason) => (
            <li key={reason}>{t.reasons[reason] ?? reason}</li>
          ))}
        </ul>
      </div>
      <div class="place-pages">
        {[left, right].map((page) => (
          <figure key={page.page} class={page.kind}>
            <div class="place-picture">
              <PagePicture page={page} />
            </div>
            <figcaption>
              <strong>{t.page(page.page)}</strong>
              {t.kinds[page.kind] && <span>{t.kinds[page.kind]}</span>}
              {page.isHandwritten && <span>{t.handwritten}</span>}
              {page.url && (
                <span class="place-tools">
                  <button type="button" class="link" onClick={() => setLarge(page)}>
                    <SearchIcon />
                    {t.enlarge}
                    <span class="visually-hidden"> {t.page(page.page)}</span>
                  </button>
                  <button type="button" class="link" onClick={() => onRotate(page.page)}>
                    <TurnIcon />
                    {t.rotateShort}
                    <span class="visually-hidden"> {t.page(page.page)}</span>
                  </button>
                </span>
              )}
            </figcaption>
          </figure>
        ))}
      </div>
      <Dialog
        id="large-page"
        open={large !== null}
        title={large ? t.page(large.page) : ''}
        onClose={() => setLarge(null)}
      >
        {large && (
          <div class="large-page">
            <PagePicture page={large} />
          </div>
        )}
      </Dialog>
    </section>
  );
}
