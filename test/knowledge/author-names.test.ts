import { expect, it } from 'vitest';
import { authorNames } from '../../functions/knowledge/author-names.ts';

it('names who wrote an article, as far as they are still there', async () => {
  const named = authorNames(async (login) =>
    login === 'k.belaid' ? { givenName: 'Karim', familyName: 'Belaïd' } : null,
  );
  const written = ['agent:k.belaid', 'agent:gone', 'import'].map((by) => ({ by, version: 1 }));
  expect(await named(written)).toEqual([
    { by: 'Karim Belaïd', version: 1 },
    { by: 'gone', version: 1 },
    { by: 'import', version: 1 },
  ]);
});
