import { ClockIcon, MessageIcon } from '../../ui/icons.tsx';
import { dueWords, noDue, receivedWords, board as t } from '../../ui/messages/backoffice-board-fr.ts';
import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { calendarDay, day, dayAndTime, daysBetween } from '../../ui/messages/dates.ts';
import { Tag } from '../../ui/tag.tsx';
import { useColleagues } from '../data/queries.ts';
import { useSignedIn } from '../data/signed-in.ts';
import { base } from '../routes.ts';
import { ChannelMark } from '../shell/channel-mark.tsx';
import { type BoardItem, placeOf } from './groups.ts';

type RowProps = { item: BoardItem; now: string };

export const BoardRow = ({ item, now }: RowProps) => (
  <tr class={item.unread ? 'row unread' : 'row'}>
    <td>
      <Subject item={item} now={now} />
    </td>
    <td class="sender">{item.sender || (item.doubt ? '' : shell.unknownSender)}</td>
    <td>
      <Who item={item} />
    </td>
    <td>
      <Due item={item} now={now} />
    </td>
  </tr>
);

export const BoardCard = ({ item, now }: RowProps) => (
  <li class={item.unread ? 'row card unread' : 'row card'}>
    <Due item={item} now={now} />
    <Subject item={item} now={now} />
    <p class="sender">{item.sender || (item.doubt ? '' : shell.unknownSender)}</p>
    <Who item={item} />
  </li>
);

/** Tasks without a reference often bear the same words ("call back", "no subject"): who, when and the end of the number tell them apart. */
const apart = (item: BoardItem): string =>
  [item.sender, dayAndTime(item.receivedAt), placeOf(item).slice(-4)].filter(Boolean).join(' ');

function Subject({ item, now }: RowProps) {
  const when = receivedWords(daysBetween(now, item.receivedAt), day(item.receivedAt));
  return (
    <>
      <p class="subject">
        <a href={base + placeOf(item)} data-row>
          {item.subject || shell.untitled}
          <span class="visually-hidden"> {item.reference || apart(item)}</span>
        </a>
      </p>
      <p class="marks">
        {item.urgency === 'high' && <Tag kind="danger">{t.urgent}</Tag>}
        {item.kind === 'qualify' && <Tag kind="brand">{t.toQualify}</Tag>}
        {item.kind === 'call-back' && <Tag kind="warning">{t.toCallBack}</Tag>}
        {item.doubt && <Tag kind="warning">{t.doubts(item.doubt.places, item.doubt.pages)}</Tag>}
        {item.kind === 'repair' && <Tag kind="warning">{t.toRepair}</Tag>}
        {item.marks.map((mark) => (
          <Tag key={mark} kind={mark === 'suspended' ? 'neutral' : 'warning'}>
            {t.marks[mark] ?? mark}
          </Tag>
        ))}
        {item.unread > 0 && (
          <span class="unread-mark">
            <MessageIcon />
            {t.unread(item.unread)}
          </span>
        )}
        <ChannelMark channel={item.channel} />
        {item.reference && <span class="reference">{item.reference}</span>}
        <time dateTime={item.receivedAt}>{when}</time>
      </p>
    </>
  );
}

function Who({ item }: { item: BoardItem }) {
  const { departmentName, me } = useSignedIn();
  const colleagues = useColleagues(item.agent && item.agent !== me.login ? item.department : null);
  const name =
    item.agent === me.login
      ? shell.you
      : (colleagues.data?.agents.find(({ login }) => login === item.agent)?.name ?? item.agent);
  return (
    <p class="whom">
      <span>{item.doubt ? t.scanning : departmentName(item.department)}</span>
      {item.kind === 'instruct' && <span class={name ? 'soft' : 'nobody'}>{name ?? t.nobody}</span>}
    </p>
  );
}

function Due({ item, now }: RowProps) {
  if (!item.due) return <p class="due none">{noDue}</p>;
  const days = daysBetween(now, item.due);
  return (
    <p class={`due ${days < 0 ? 'late' : days <= 2 ? 'soon' : 'far'}`}>
      {days <= 2 && <ClockIcon />}
      <time dateTime={calendarDay(item.due)} title={day(item.due)}>
        {dueWords(days, day(item.due))}
      </time>
    </p>
  );
}
