export { FileIcon, MailIcon, MessageIcon, PhoneIcon, UsersIcon } from '../../ui/icons.tsx';

/** An envelope with its sheet coming out: post that was scanned. */
export const ScanIcon = () => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d="M3 11.5V20.5h18v-9M3 11.5l9 5l9-5M6 13V3.5h12V13M9 7.5h6M9 10.5h4" />
  </svg>
);
