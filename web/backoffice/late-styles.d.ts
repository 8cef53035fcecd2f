/** Address of styles that come with what they dress, rather than with every page (web/build/bundle.ts). */
declare module '*.late.css' {
  const href: string;
  export default href;
}
