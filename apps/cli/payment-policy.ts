import type { Text } from '@hemgang/kernel';
import { POLICIES } from '@workflows/payment';

/** For an id that no policy has. */
export const NO_SUCH_POLICY: Text = {
  sv: `Betalningsmodellen finns inte. De som finns: ${ids()}.`,
  en: `There is no such policy. There are: ${ids()}.`,
};

function ids(): string {
  return POLICIES.map(({ id }) => id).join(', ');
}

/** All faults of a file, one sentence on each line. */
export function allOf(faults: readonly Text[]): Text {
  return {
    sv: faults.map(({ sv }) => sv).join('\n'),
    en: faults.map(({ en }) => en).join('\n'),
  };
}
