/**
 * The kit of both applications. Native elements, no inline style, every sentence from `messages/`.
 *
 * Page        Page (title, focus, scroll) · Shell (skip link, banner, header, main, footer) · ServiceHeader · ServiceFooter
 * Actions     Button · LinkButton · Dialog (native) · Tabs · Pagination
 * Questions   TextField · TextArea · DateField · RadioGroup · CheckboxGroup · Checkbox · Select · AddressField · FileUpload
 *             (all take { id, label, hint?, error?, optional? } and a controlled value with onChange(value))
 * Reading     ErrorSummary · CheckAnswers · Timeline · Notice · Tag · EmptyState · Skeleton · Markdown
 * Speaking    Status (role=status, polite) · Alert (role=alert) · toast(text) with <Toasts/>
 * Icons       icons.tsx: one component each
 * Talking     call(operation, input) and ApiProblem (api.ts) · sendFile (upload.ts) · usePath, navigate, matchPath (navigation.ts)
 * Words       messages/fr.ts (kit), messages/dates.ts (day, dayAndTime, relativeDay, size, list)
 * Theme       theme.ts: themeCss({ brand, accent }), contrast repaired; tokens in css/tokens.css
 */
export { AddressField } from './address-field.tsx';
export { ApiProblem, call, lastNow } from './api.ts';
export { Button, LinkButton } from './button.tsx';
export { CheckAnswers } from './check-answers.tsx';
export { Checkbox, CheckboxGroup, RadioGroup, Select } from './choice-fields.tsx';
export { DateField } from './date-field.tsx';
export { Dialog } from './dialog.tsx';
export { ErrorSummary } from './error-summary.tsx';
export type { FieldProps } from './field.tsx';
export { FieldFrame, TextArea, TextField } from './field.tsx';
export { FileUpload } from './file-upload.tsx';
export { Markdown } from './markdown.tsx';
export { matchPath, navigate, usePath } from './navigation.ts';
export { Notice } from './notice.tsx';
export { Page } from './page.tsx';
export { Pagination } from './pagination.tsx';
export { ServiceFooter, ServiceHeader, Shell } from './shell.tsx';
export { EmptyState, Skeleton } from './states.tsx';
export { Alert, Status, Toasts, toast } from './status.tsx';
export { Tabs } from './tabs.tsx';
export { Tag } from './tag.tsx';
export { Timeline } from './timeline.tsx';
export { sendFile } from './upload.ts';
