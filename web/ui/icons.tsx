/** Drawn for this project on a grid of 24, stroke of 2. Decorative by nature: the words beside them carry the sense. */
const icon = (path: string) => () => (
  <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <path d={path} />
  </svg>
);

export const SearchIcon = /* @__PURE__ */ icon('M16 16l5 5M18 10.5a7.5 7.5 0 1 1-15 0a7.5 7.5 0 0 1 15 0z');
export const ArrowIcon = /* @__PURE__ */ icon('M4 12h15M13 6l6 6l-6 6');
export const BackIcon = /* @__PURE__ */ icon('M20 12H5M11 6l-6 6l6 6');
export const CheckIcon = /* @__PURE__ */ icon('M4 12.5l5.5 5.5L20 7');
export const ChartIcon = /* @__PURE__ */ icon('M4 20.5h16M6.5 17v-5M12 17V5M17.5 17V9');
export const CrossIcon = /* @__PURE__ */ icon('M5 5l14 14M19 5L5 19');
export const PlusIcon = /* @__PURE__ */ icon('M12 4.5v15M4.5 12h15');
export const AlertIcon = /* @__PURE__ */ icon('M12 3.5L22 20.5H2zM12 10v4.5M12 17.4v.2');
export const InfoIcon = /* @__PURE__ */ icon('M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0zM12 11v5.5M12 7.4v.2');
export const ClockIcon = /* @__PURE__ */ icon('M21 12a9 9 0 1 1-18 0a9 9 0 0 1 18 0zM12 7v5.5l3.5 2');
export const FileIcon = /* @__PURE__ */ icon('M6 2.5h8l4.5 4.5v14.5H6zM13.5 3v4.5H18M9 12.5h6M9 16.5h6');
export const CameraIcon = /* @__PURE__ */ icon(
  'M4 8h3l2-3h6l2 3h3v11H4zM12 10a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4z',
);
export const UploadIcon = /* @__PURE__ */ icon('M12 16V4M7 8.5L12 3.5l5 5M4 15.5v5h16v-5');
export const DownloadIcon = /* @__PURE__ */ icon('M12 3.5v12M7 11l5 5l5-5M4 15.5v5h16v-5');
export const PrintIcon = /* @__PURE__ */ icon('M7 8.5v-5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7z');
export const CopyIcon = /* @__PURE__ */ icon('M9 8.5h11.5V21H9zM15 8V3H3.5v12.5H8.5');
export const PenIcon = /* @__PURE__ */ icon(
  'M4 20l1.2-4.6L16 4.6l3.4 3.4L8.6 18.8zM13.5 7.1l3.4 3.4M3.5 21.5h17',
);
export const MailIcon = /* @__PURE__ */ icon('M3 5.5h18v13H3zM3.5 6.5L12 13l8.5-6.5');
export const PhoneIcon = /* @__PURE__ */ icon(
  'M5 3.5h4l1.5 5L8 10.5a12 12 0 0 0 5.5 5.5l2-2.5l5 1.5v4c0 1-1 2-2 2C10 20.5 3.5 14 3 5.5c0-1 1-2 2-2z',
);
export const PinIcon = /* @__PURE__ */ icon(
  'M12 21.5c5-5.5 7.5-8.9 7.5-12a7.5 7.5 0 0 0-15 0c0 3.1 2.5 6.5 7.5 12zM14.5 9.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0z',
);
export const CalendarIcon = /* @__PURE__ */ icon('M3.5 5.5h17v15h-17zM3.5 10h17M8 3v4.5M16 3v4.5');
export const UserIcon = /* @__PURE__ */ icon(
  'M16 8a4 4 0 1 1-8 0a4 4 0 0 1 8 0zM4 20.5c0-4 3.5-6.5 8-6.5s8 2.5 8 6.5',
);
export const UsersIcon = /* @__PURE__ */ icon(
  'M12.5 8a3.5 3.5 0 1 1-7 0a3.5 3.5 0 0 1 7 0zM2.5 19.5c0-3.5 2.8-5.5 6.5-5.5s6.5 2 6.5 5.5M15 4.8a3.5 3.5 0 0 1 0 6.4M17.5 14.4c2.4.6 4 2.4 4 5.1',
);
export const MessageIcon = /* @__PURE__ */ icon('M3.5 4.5h17v12H11L6.5 20.5v-4h-3zM8 9h8M8 12.5h5');
export const SendIcon = /* @__PURE__ */ icon('M3.5 4L21 12L3.5 20l2.5-8zM6 12h8');
export const InboxIcon = /* @__PURE__ */ icon('M3.5 13.5L6 4.5h12l2.5 9v6h-17zM3.5 13.5h5l1.5 3h4l1.5-3h5');
export const RefreshIcon = /* @__PURE__ */ icon(
  'M20 5v5h-5M4 19v-5h5M19.5 10A8 8 0 0 0 5.5 7.5M4.5 14a8 8 0 0 0 14 2.5',
);
export const LockIcon = /* @__PURE__ */ icon('M5 10.5h14v10.5H5zM8 10.5V7.5a4 4 0 0 1 8 0v3M12 14.5v2.5');
export const IdIcon = /* @__PURE__ */ icon(
  'M2.5 5h19v14h-19zM10.5 10a2 2 0 1 1-4 0a2 2 0 0 1 4 0zM5.5 16c.3-1.8 1.5-2.6 3-2.6s2.7.8 3 2.6M14.5 9.5h4M14.5 13.5h4',
);
export const FamilyIcon = /* @__PURE__ */ icon(
  'M10 6.5a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0zM19 9.5a2 2 0 1 1-4 0a2 2 0 0 1 4 0zM3 20.5v-6c0-2 1.5-3.5 4.5-3.5s4.5 1.5 4.5 3.5v6M13.5 20.5v-4c0-1.7 1.3-3 3.5-3s3.5 1.3 3.5 3v4',
);
export const HouseIcon = /* @__PURE__ */ icon('M3 11.5L12 4l9 7.5M5.5 9.5v11h13v-11M10 20.5v-6h4v6');
export const LeafIcon = /* @__PURE__ */ icon(
  'M5 19C3.5 9.5 10 4 20 4c.5 10-4.5 16-13 15M4 21c2-5.5 5-9 10-11.5',
);
export const MusicIcon = /* @__PURE__ */ icon(
  'M4 20.5h16M5.5 20V10.5M10 20V10.5M14 20V10.5M18.5 20V10.5M3.5 10.5h17L12 4z',
);
export const CoinsIcon = /* @__PURE__ */ icon(
  'M14 8c0 1.9-2.5 3.5-5.5 3.5S3 9.9 3 8s2.5-3.5 5.5-3.5S14 6.1 14 8zM3 8v5c0 1.9 2.5 3.5 5.5 3.5M21 14c0 1.9-2.5 3.5-5.5 3.5S10 15.9 10 14s2.5-3.5 5.5-3.5S21 12.1 21 14zM10 14v3c0 1.9 2.5 3.5 5.5 3.5S21 18.9 21 17v-3',
);
