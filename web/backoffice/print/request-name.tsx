import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { may } from '../shell/navigation.ts';

/** A reference, which leads to its request for who may read it: the print room alone may not. */
export function RequestName({ reference }: { reference: string }) {
  const { me } = useSignedIn();
  return may('tasks', me.roles) ? (
    <a href={`${base}/demandes/${reference}`}>{reference}</a>
  ) : (
    <span>{reference}</span>
  );
}
