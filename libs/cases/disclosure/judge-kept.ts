import type { Refusal, Text } from '@hemgang/kernel';
import type { Copies } from '../contents';
import { invalidField, type NamedDisclosure } from '../envelope';
import { WITHHELD_WORDS } from './basis-for';

/** Entries that are nothing without their content, so that telling of them alone fulfils no duty. */
const MUST_SAY_SOMETHING: readonly string[] = ['utskrivningsinformation'];

const INFORMATION_STAYS: Text = {
  sv: 'Utskrivningsinformationen har ingen grund hos någon av mottagarna. Ange grunden, eller anteckna att sekretess hindrar.',
  en: 'There is no ground for the discharge information at one of the receivers. Name the ground, or note that secrecy hinders.',
};

/**
 * Whether a command may be carried out although some of its content stays. A ground that is named
 * must be one; what is nothing without content is owed until there is a ground for it.
 * @param told how many controllers the step tells anything
 */
export function judgeKept(
  { kept }: Copies,
  named: NamedDisclosure | undefined,
  told: number,
): Refusal | null {
  if (named !== undefined && told === 0) return invalidField('/disclosure', 'unknown_field');
  const empty = kept.find(({ entry }) => MUST_SAY_SOMETHING.includes(entry));
  if (empty !== undefined) {
    return { code: 'RULE_REFUSED', detail: INFORMATION_STAYS, rule: '2017:612 3:2' };
  }
  const wrong = kept.find(({ why }) => why === 'not-possible' || isRefusedConsent(why, named));
  if (wrong?.why == null || wrong.rule === null) return null;
  return { code: 'RULE_REFUSED', detail: WITHHELD_WORDS[wrong.why], rule: wrong.rule };
}

function isRefusedConsent(why: string | null, named: NamedDisclosure | undefined): boolean {
  return why === 'consent-refused' && named?.ground === 'CONSENT';
}
