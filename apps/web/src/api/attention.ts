/** Tells the server that nobody asked for this: it keeps nobody signed in. */
export const BACKGROUND = 'Hemgang-Background';

/** Somebody who reads a page touches something within this. */
const ATTENDED_MS = 60_000;

const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;

/** A page that was just opened was opened by somebody. */
let touchedAtMs = performance.now();

/** Notes when somebody does something in the page. */
export function watchAttention(): void {
  const note = () => {
    touchedAtMs = performance.now();
  };
  for (const sign of SIGNS) window.addEventListener(sign, note, { passive: true, capture: true });
}

/** Whether somebody sits before the page, as far as it can know. */
export function isAttended(): boolean {
  return performance.now() - touchedAtMs < ATTENDED_MS;
}
