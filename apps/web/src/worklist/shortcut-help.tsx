import { useId, useRef, type RefObject } from 'react';
import { useWorklistTexts } from './texts';
import { Button } from '../ui/button';

interface ShortcutHelpProps {
  readonly areOn: boolean;
  readonly onSwitch: (areOn: boolean) => void;
  readonly dialog: RefObject<HTMLDialogElement | null>;
}

/** Which key does what, and the switch for those whom single keys disturb. */
export function ShortcutHelp({ areOn, onSwitch, dialog }: ShortcutHelpProps) {
  const t = useWorklistTexts();
  const heading = useId();
  const keys = [
    ['j', t.keyNext],
    ['k', t.keyPrevious],
    ['Enter', t.keyOpen],
    ['e', t.keyAcknowledge],
    ['x', t.keySelect],
    ['u', t.keyUndo],
    ['/', t.keySearch],
    ['?', t.keyHelp],
  ] as const;
  return (
    <dialog ref={dialog} aria-labelledby={heading} className="help">
      <h2 id={heading}>{t.help}</h2>
      <dl className="keys">
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="tick">
        <input
          type="checkbox"
          checked={areOn}
          onChange={({ target }) => onSwitch(target.checked)}
        />
        {t.shortcutsOn}
      </label>
      <form method="dialog">
        <Button type="submit">{t.close}</Button>
      </form>
    </dialog>
  );
}

/** The dialog and the way to show it. */
export function useHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  return { dialog, show: () => dialog.current?.showModal() };
}
