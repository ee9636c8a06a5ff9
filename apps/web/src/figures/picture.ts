import type { Language } from '../language';

/** How numbers on an axis are written: with the language's decimal sign, and no more decimals than a tick has. */
export function tickText(language: Language): (tick: number) => string {
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return (tick) => format.format(tick);
}

/** A drawn chart as one picture with one name. */
export function asPicture(picture: Element): Element {
  picture.setAttribute('role', 'img');
  // A picture has one name: its parts are none of their own.
  picture.querySelectorAll('[aria-label]').forEach((part) => part.removeAttribute('aria-label'));
  // Ours are in the stylesheet: no page of ours takes styles from a script.
  picture.querySelector('style')?.remove();
  return picture;
}
