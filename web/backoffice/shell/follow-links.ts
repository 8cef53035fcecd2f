import { useEffect } from 'preact/hooks';
import { navigate } from '../../ui/navigation.ts';
import { base } from '../routes.ts';

/** Plain clicks on links of the application move inside it; everything else is left to the browser. */
export function useFollowedLinks(): void {
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      if (!link || event.defaultPrevented || event.button !== 0) return;
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      const inside = link.pathname === base || link.pathname.startsWith(`${base}/`);
      if (link.target || link.hasAttribute('download') || link.origin !== location.origin || !inside) return;
      if (link.hash && link.pathname === location.pathname && link.search === location.search) return;
      event.preventDefault();
      navigate(link.pathname + link.search);
    };
    document.addEventListener('click', follow);
    return () => document.removeEventListener('click', follow);
  }, []);
}
