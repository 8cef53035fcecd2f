import { search as t } from '../../ui/messages/backoffice-search-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { suggestions } from '../../ui/messages/backoffice-suggestions-fr.ts';
import { day } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { useSignedIn } from '../data/signed-in.ts';
import { pageOf, type Result } from './search-api.ts';

type Props = { people: Result[]; requests: Result[] };

/** People and requests, each under its title; nothing is said of a kind that has none. */
export const Results = ({ people, requests }: Props) => (
  <>
    {people.length > 0 && (
      <section class="search-results" aria-labelledby="found-people">
        <h2 id="found-people">
          {suggestions.people} <span class="count">{people.length}</span>
        </h2>
        <ul class="found-people">
          {people.map((one) => (
            <li key={one.id} class="row card">
              <p class="subject">
                <a href={pageOf(one)}>{one.title}</a>
              </p>
              {one.detail && <p class="sender">{one.detail}</p>}
            </li>
          ))}
        </ul>
      </section>
    )}
    {requests.length > 0 && (
      <section class="search-results" aria-labelledby="found-requests">
        <h2 id="found-requests">
          {suggestions.requests} <span class="count">{requests.length}</span>
        </h2>
        <ul class="found-requests">
          {requests.map((one) => (
            <RequestLine key={one.id} request={one} />
          ))}
        </ul>
      </section>
    )}
  </>
);

function RequestLine({ request }: { request: Result }) {
  const { departmentName } = useSignedIn();
  const { id, title, detail, state, department, at } = request;
  return (
    <li class="row card">
      <div>
        <p class="subject">
          <a href={pageOf(request)}>
            {title || shell.untitled}
            <span class="visually-hidden"> {id}</span>
          </a>
        </p>
        <p class="sender">{detail || shell.unknownSender}</p>
      </div>
      <p class="marks">
        {state && (
          <Tag kind={openStates.has(state) ? 'brand' : 'neutral'}>{shell.states[state] ?? state}</Tag>
        )}
        <span class="reference">{id}</span>
        <span>{departmentName(department)}</span>
        <time dateTime={at}>{t.since(day(at))}</time>
      </p>
    </li>
  );
}

/** Somebody still works on them. */
const openStates = new Set(['new', 'assigned', 'in-progress', 'waiting-citizen', 'waiting-visa']);
