import { useEffect, useEffectEvent } from 'react';

/** Where a letter is a letter. */
const TYPED_INTO = 'input:not([type="checkbox"]):not([type="radio"]), textarea, select';

/** What each key does; the keys are letters and signs as they are typed. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/**
 * Single keys for those who work in the list all day. They can be switched off (WCAG 2.1.4) and do
 * nothing while somebody types or holds Ctrl, Alt or the like.
 */
export function useShortcuts(areOn: boolean, shortcuts: Shortcuts): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.matches(TYPED_INTO)) return;
    if (document.querySelector('dialog[open]') !== null) return;
    const act = shortcuts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    if (!areOn) return undefined;
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [areOn]);
}
