import { CoinsIcon, FamilyIcon, HouseIcon, IdIcon, LeafIcon, MessageIcon, MusicIcon } from '../ui/icons.tsx';

const icons: Record<string, () => preact.JSX.Element> = {
  papiers: IdIcon,
  famille: FamilyIcon,
  'logement-urbanisme': HouseIcon,
  'rue-environnement': LeafIcon,
  'vie-locale': MusicIcon,
  'argent-aides': CoinsIcon,
};
/** The theme's drawing under an arch of the town hall. */
export function ThemeIcon({ theme }: { theme: string }) {
  const Icon = icons[theme] ?? MessageIcon;
  return (
    <span class="arch-icon">
      <Icon />
    </span>
  );
}
