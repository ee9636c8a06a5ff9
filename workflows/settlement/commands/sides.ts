import type { SettlementContext } from '../context';

/** The group of machines that the settlement's own commands are given to. */
export const to = 'settlement';

export const ROLES = ['administrator'];

export const rule = 'avtal avrakning';

/** Units whose administrators give a command, by side. */
export const region = ({ region: unit }: SettlementContext): readonly string[] => [unit];
export const municipality = ({ payer }: SettlementContext): readonly string[] => [payer];
export const both = ({ region: a, payer: b }: SettlementContext): readonly string[] => [a, b];
