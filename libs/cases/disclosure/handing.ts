import type { DiscloseEffect } from '@hemgang/engine';
import type { Directory } from '@hemgang/directory';
import { hinders } from '@hemgang/access';
import { groupBy, type Citation, type Instant } from '@hemgang/kernel';
import type { Basis, NamedBasis } from './bases';
import {
  basisFor,
  staying,
  type BasisAnswer,
  type Consent,
  type Protection,
  type Unnamed,
  type Withheld,
} from './basis-for';
import { holderOf, together } from './holders';

/** One entry on its way to one controller: on which ground, or why it stays. */
export interface Handed {
  readonly entry: string;
  readonly controller: string;
  readonly basis: Basis | null;
  /** Nobody named the ground; that there is one was taken for granted. */
  readonly assumed: boolean;
  readonly why: Withheld | null;
  /** The rule by which it stays; null when it goes. */
  readonly rule: Citation | null;
  /** Events whose content is handed on; absent: this event's own. */
  readonly earlier?: readonly number[];
}

/** Who hands out, and what is known when the grounds are judged. */
export interface HandingOut {
  readonly directory: Directory;
  /** The unit whose command it is. */
  readonly giver: string;
  readonly consent: Consent;
  readonly protection: Protection;
  /** Since when the person objects to what the giver's controller discloses; null: she does not. */
  readonly objectionSince: Instant | null;
  readonly named: NamedBasis | undefined;
  readonly unnamed: Unnamed;
}

/** What a step hands out, judged for each controller that would get a copy of it. Pure. */
export function handingOut(effects: readonly DiscloseEffect[], on: HandingOut): Handed[] {
  return effects.flatMap(({ entry, legalBasis, units, earlier }) => {
    const holders = units.map((unit) => holderOf(on.directory, unit));
    return [...groupBy(holders, ({ controller }) => controller)].map(([controller, its]) => {
      const from = holderOf(on.directory, on.giver);
      const found = basisFor({
        entry: legalBasis,
        from,
        to: together(its),
        consent: on.consent,
        protection: on.protection,
        named: on.named,
        unnamed: on.unnamed,
      });
      // What the law demands goes out anyway; the rest stays while she objects.
      const isObjected = found.basis !== null && hinders(on.objectionSince, found.basis);
      const answer = isObjected ? staying('consent-refused', from) : found;
      return {
        entry,
        controller,
        ...judgedAs(answer),
        ...(earlier === undefined ? {} : { earlier }),
      };
    });
  });
}

function judgedAs(answer: BasisAnswer): Pick<Handed, 'basis' | 'assumed' | 'why' | 'rule'> {
  return answer.basis === null
    ? { basis: null, assumed: false, why: answer.why, rule: answer.rule }
    : { basis: answer.basis, assumed: answer.assumed, why: null, rule: null };
}
