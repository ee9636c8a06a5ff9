import type { Reader } from '@hemgang/access';
import type { PersonStore } from '@hemgang/store';
import { disclosures } from '../assemble';
import type { Writing } from '../write';

/**
 * How the person stands to what a step hands out: whether her identity is protected, and whether she
 * objects. Asked only when there is content that needs a ground.
 */
export async function standingIn(
  persons: PersonStore,
  { personId, saidOf = null, decision }: Pick<Writing, 'personId' | 'saidOf' | 'decision'>,
  { controller }: Reader,
): Promise<Pick<Writing, 'protection' | 'objectionSince'>> {
  const needsGround = disclosures(decision.accepted.effects).some(
    ({ legalBasis }) => legalBasis === 'CONSENT_OR_EXCEPTION',
  );
  const person = personId ?? saidOf;
  if (!needsGround || person === null) return {};
  const { protection, objectionSince } = await persons.standing(person, controller);
  const isHeavy = protection === 'protected' || protection === 'fictitious';
  return { protection: isHeavy ? 'protected' : (protection ?? 'none'), objectionSince };
}
