import type { Directory, UnitKind } from '@hemgang/directory';
import type { Holder } from './basis-for';

/** SCB writes a region with two digits. */
const REGION_CODE_DIGITS = 2;

/** Under which secrecy the work of a unit lies (OSL 25 and 26 kap.). */
const BRANCHES: Readonly<Record<UnitKind, Holder['branch']>> = {
  ward: 'care',
  halsocentral: 'care',
  'specialist-open-care': 'care',
  'municipal-health': 'care',
  rehab: 'care',
  'municipal-social': 'social',
  'home-care': 'social',
  // Both are there; the stricter holds.
  'short-term': 'social',
  'payer-admin': 'other',
};

/** The unit as secrecy sees it; a unit that the directory does not know is nobody's care. */
export function holderOf(directory: Directory, unit: string): Holder {
  const controller = directory.controllerOf(unit);
  const huvudman = directory.huvudmanOf(unit);
  const kind = directory.unit(unit)?.kind;
  return {
    controller: controller?.id ?? unit,
    huvudman: huvudman?.id ?? unit,
    level: huvudman?.code.length === REGION_CODE_DIGITS ? 'region' : 'municipality',
    form: controller?.form ?? 'private',
    branch: kind === undefined ? 'other' : BRANCHES[kind],
  };
}

/** Units of one controller that get one copy: it is for care only when each of them is. */
export function together([first, ...others]: readonly [Holder, ...Holder[]]): Holder {
  const branches = new Set([first, ...others].map(({ branch }) => branch));
  if (branches.size === 1) return first;
  return { ...first, branch: branches.has('social') ? 'social' : 'other' };
}
