import { doubts as t } from '../../ui/messages/backoffice-doubts-fr.ts';
import type { StripPage } from './clerk-api.ts';

type Pictured = Pick<StripPage, 'page' | 'url' | 'turn' | 'width' | 'height'> & { words?: string };

/** The picture of a page, turned as it was asked to be; its first words stand for it where it cannot be seen. */
export function PagePicture({ page, isLazy }: { page: Pictured; isLazy?: boolean }) {
  if (!page.url) return <p class="no-picture">{isLazy ? t.noPictureShort : t.noPicture}</p>;
  return (
    <img
      src={page.url}
      class={page.turn ? `turned-${page.turn}` : undefined}
      width={page.width || undefined}
      height={page.height || undefined}
      alt={t.pageAlt(page.page, page.words?.slice(0, 80) ?? '')}
      loading={isLazy ? 'lazy' : undefined}
      decoding="async"
    />
  );
}
