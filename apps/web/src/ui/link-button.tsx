import { LinkButton as MidasLinkButton } from '@midas-ds/components/link-button';
import { Link } from '../router';

/** A link that looks like a button. Its arrow says that it goes somewhere and changes nothing. */
const LOOK = { size: 'medium', className: 'button' } as const;

interface LinkButtonProps {
  readonly to: string;
  /** Secondary unless said. */
  readonly variant?: 'primary' | 'secondary';
  /** The way back: the arrow points there. */
  readonly isBack?: boolean;
  readonly children: string;
}

/** The way to a page of the app. */
export function LinkButton({ variant = 'secondary', isBack = false, ...props }: LinkButtonProps) {
  const arrow = isBack ? 'left' : 'right';
  return <MidasLinkButton {...LOOK} as={Link} variant={variant} iconPlacement={arrow} {...props} />;
}

interface ProviderButtonProps {
  readonly href: string;
  /** Opens a tab of its own, which may tell this one how it went. */
  readonly inNewTab?: boolean;
  readonly onPress?: () => void;
  readonly children: string;
}

/** The way to who vouches for the person, out of the app. */
export function ProviderButton({ inNewTab = false, ...props }: ProviderButtonProps) {
  const tab = inNewTab && { target: '_blank', rel: 'opener' };
  return <MidasLinkButton {...LOOK} variant="primary" {...tab} {...props} />;
}
