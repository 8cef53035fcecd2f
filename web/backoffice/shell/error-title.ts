import { useEffect } from 'preact/hooks';
import { kit } from '../../ui/messages/fr.ts';

/** Says in the document's title that the form of the page has errors, as long as it has. */
export function useErrorTitle(inError: boolean): void {
  useEffect(() => {
    if (!inError) return;
    const before = document.title;
    document.title = kit.errorPrefix + before;
    return () => {
      document.title = before;
    };
  }, [inError]);
}
