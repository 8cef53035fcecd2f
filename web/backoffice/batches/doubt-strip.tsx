import { useEffect, useRef } from 'preact/hooks';
import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import { useSignedIn } from '../data/signed-in.ts';
import type { Place, Row, StripPage } from './clerk-api.ts';
import { CutIcon, DoubtIcon, JoinIcon } from './doubt-icons.tsx';
import { PagePicture } from './page-picture.tsx';
import { lettersOf } from './strip-state.ts';
import { sureWords, verdictWords } from './strip-words.ts';

type StripProps = { rows: readonly Row[]; at: number | null; onGo(before: number): void };
const icons = { cut: CutIcon, join: JoinIcon, doubt: DoubtIcon };

/** The run of pages in a row, letter by letter as they stand, with a button at each place between two pages. */
export function DoubtStrip({ rows, at, onGo }: StripProps) {
  const strip = useRef<HTMLElement>(null);
  // The place that is looked at stays in sight, wherever the keys lead.
  useEffect(() => {
    const current = strip.current?.querySelector<HTMLElement>('[aria-current="true"]');
    const shown = strip.current;
    if (!current || !shown) return;
    shown.scrollLeft +=
      current.getBoundingClientRect().left - shown.getBoundingClientRect().left - shown.clientWidth / 2;
  }, [at]);
  return (
    <section class="doubt-strip" ref={strip} aria-label={t.stripLabel}>
      {rows.map((row) => (
        <ol key={row.pages[0]?.page} class="strip-row">
          {lettersOf(row).map(({ pages, place }, index) => (
            <li key={pages[0]?.page} class="strip-letter">
              {place && <PlaceButton place={place} left={before(row, place)} at={at} onGo={onGo} />}
              <div class="strip-pages">
                <p class="strip-name">{t.letterAt(index + 1)}</p>
                <div>
                  {pages.map((page, order) => (
                    <StripItem
                      key={page.page}
                      page={page}
                      isFirst={order === 0}
                      row={row}
                      at={at}
                      onGo={onGo}
                    />
                  ))}
                </div>
              </div>
            </li>
          ))}
        </ol>
      ))}
    </section>
  );
}

const before = ({ pages }: Row, place: Place): number => {
  const index = pages.findIndex(({ page }) => page === place.before);
  return pages[index - 1]?.page ?? 0;
};

type ItemProps = { page: StripPage; isFirst: boolean; row: Row } & Pick<StripProps, 'at' | 'onGo'>;
function StripItem({ page, isFirst, row, at, onGo }: ItemProps) {
  const place = isFirst ? undefined : row.places.find(({ before }) => before === page.page);
  return (
    <>
      {place && <PlaceButton place={place} left={before(row, place)} at={at} onGo={onGo} />}
      <figure class={`strip-page ${page.kind}`}>
        <PagePicture page={{ ...page, words: '' }} isLazy />
        <figcaption>
          {page.page}
          {t.kinds[page.kind] && <span> {t.kinds[page.kind]}</span>}
        </figcaption>
      </figure>
    </>
  );
}

function PlaceButton({
  place,
  left,
  at,
  onGo,
}: { place: Place; left: number } & Pick<StripProps, 'at' | 'onGo'>) {
  const { me } = useSignedIn();
  const Icon = icons[place.verdict];
  const said = [verdictWords(place).toLowerCase(), sureWords(place, me.login)];
  if (place.verdict === 'doubt') said.push(t.toDecide);
  return (
    <button
      type="button"
      class={`strip-place ${place.verdict}`}
      aria-current={place.before === at ? 'true' : undefined}
      onClick={() => onGo(place.before)}
    >
      <Icon />
      <span class="visually-hidden">{t.placeLabel(left, place.before, said.join(', '))}</span>
    </button>
  );
}
