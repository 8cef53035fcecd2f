/** What agents read once: the help and the declaration of accessibility. */

export { default as AccessibilityPage } from './help/accessibility-page.tsx';
export { default as HelpPage } from './help/help-page.tsx';
