import { viewer as t } from '../../ui/messages/backoffice-qualification-fr.ts';

type Page = { page: number; url: string | null };

export function Thumbnails(props: { pages: Page[]; current: number; onGo(page: number): void }) {
  if (props.pages.length < 2) return null;
  return (
    <nav class="thumbnails" aria-label={t.thumbnails}>
      <ol>
        {props.pages.map((page) => (
          <li key={page.page}>
            <button
              type="button"
              aria-label={t.goTo(page.page)}
              aria-current={page.page === props.current ? 'page' : undefined}
              onClick={() => props.onGo(page.page)}
            >
              {page.url && <img src={page.url} alt="" loading="lazy" />}
              <span aria-hidden="true">{page.page}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
