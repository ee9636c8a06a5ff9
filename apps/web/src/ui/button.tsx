import { Button as MidasButton } from '@midas-ds/components/button';
import type { ReactNode } from 'react';

/** What each look is in Midas. A tile is a choice of several lines, as wide as its place. */
const LOOKS = {
  primary: 'primary',
  secondary: 'secondary',
  plain: 'tertiary',
  danger: 'danger',
  tile: 'secondary',
} as const;

interface ButtonProps {
  /** Secondary unless said. One primary at most for each thing that is done. */
  readonly variant?: keyof typeof LOOKS;
  readonly isSmall?: boolean;
  /** A submitting button presses nothing: its form does the work. */
  readonly type?: 'submit';
  /** It cannot be pressed just now: it is sending, or something is missing. It keeps the focus. */
  readonly isOff?: boolean;
  readonly onPress?: () => void;
  readonly id?: string;
  readonly lang?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-expanded'?: boolean;
  /** One of several choices, of which this is the one that holds; it is filled then. */
  readonly 'aria-pressed'?: boolean;
  /** One of several choices, of which this is the one that one has. */
  readonly isCurrent?: boolean;
  readonly children: ReactNode;
}

/** Every button of the app. */
export function Button({
  variant = 'secondary',
  isSmall = false,
  isOff = false,
  isCurrent = false,
  onPress,
  ...props
}: ButtonProps) {
  const isChosen = props['aria-pressed'] === true;
  const classes = ['button', isSmall && 'button-small', variant === 'tile' && 'user'];
  return (
    // Not Midas' isPending: it puts a status of its own ("Laddar, vänligen vänta") into the name of
    // the button, beside the words by which ours say what they are doing.
    <MidasButton
      size="medium"
      variant={isChosen ? 'primary' : LOOKS[variant]}
      className={classes.filter(Boolean).join(' ')}
      {...(isOff && { 'aria-disabled': true })}
      {...(isCurrent && { 'aria-current': true })}
      {...(onPress !== undefined && !isOff && { onPress: () => onPress() })}
      {...props}
    />
  );
}
