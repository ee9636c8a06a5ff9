import { SECOND_MS } from '@hemgang/kernel';

/** A bar of so many signs. */
const BAR_LENGTH = 30;

/** Tells a number at once and then at most every second. */
export function onceASecond(tell: (done: number) => void): (done: number) => void {
  let toldAt = -Infinity;
  return (done) => {
    if (performance.now() - toldAt < SECOND_MS) return;
    toldAt = performance.now();
    tell(done);
  };
}

/** `[#########·····················]  30 %` */
export function bar(done: number, of: number): string {
  const share = of === 0 ? 1 : Math.min(1, done / of);
  const filled = Math.round(share * BAR_LENGTH);
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  return `[${'#'.repeat(filled)}${'·'.repeat(BAR_LENGTH - filled)}] ${percent}`;
}
