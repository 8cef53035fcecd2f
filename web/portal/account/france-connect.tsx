import { signIn } from '../../ui/messages/account-fr.ts';

const t = signIn.franceConnect;
const start = '/api/session/citizens/start';

/**
 * The way to FranceConnect. Its own button belongs to the State's design system, which is not for local authorities: the words are
 * the official ones, the dress is ours, and the link that explains it stands beside, as it asks.
 */
export function FranceConnect({ to, join, words }: { to: string; join?: boolean; words?: string }) {
  const query = new URLSearchParams({ to, ...(join && { join: '1' }) });
  return (
    <div class="france-connect">
      <a class="button" href={`${start}?${query}`}>
        {words ?? t.button}
      </a>
      <p>
        <a href={t.address} target="_blank" rel="noopener external">
          {t.what} <span class="visually-hidden">{t.newWindow}</span>
        </a>
      </p>
    </div>
  );
}
