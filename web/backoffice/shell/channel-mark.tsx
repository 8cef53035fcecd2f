import { shell } from '../../ui/messages/backoffice-shell-fr.ts';
import { FileIcon, MailIcon, MessageIcon, PhoneIcon, ScanIcon, UsersIcon } from './channel-icons.tsx';

const icons: Record<string, typeof MailIcon> = {
  mail: MailIcon,
  scan: ScanIcon,
  form: FileIcon,
  phone: PhoneIcon,
  counter: UsersIcon,
  sms: MessageIcon,
};

/** The channel by its drawing and its word. */
export function ChannelMark({ channel }: { channel: string }) {
  const Icon = icons[channel] ?? FileIcon;
  return (
    <span class="channel">
      <Icon />
      {shell.channels[channel] ?? channel}
    </span>
  );
}
