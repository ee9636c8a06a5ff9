import type { Language } from '@hemgang/kernel';
import { PROTECTED_NAME } from '../protection/shield';
import type { PaymentView } from './payment-view';

/**
 * The days of somebody with a protected identity: which municipality pays tells where she is
 * folkbokförd, so only that municipality itself is told. Days and amounts stay.
 * @param own SCB code of the reader's municipality; null: the region, or an operator
 */
export function shieldedPayment(
  view: PaymentView,
  own: string | null,
  language: Language,
): PaymentView {
  return withoutPayers(view, own, PROTECTED_NAME[language]) as PaymentView;
}

function withoutPayers(value: unknown, own: string | null, words: string): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutPayers(each, own, words));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([field, inner]): [string, unknown] => [
    field,
    field === 'payer' && inner !== own ? null : withoutPayers(inner, own, words),
  ]);
  const copy = Object.fromEntries(fields);
  return isPayer(copy) && copy['municipality'] !== own
    ? { ...copy, municipality: null, name: words }
    : copy;
}

function isPayer(fields: Readonly<Record<string, unknown>>): boolean {
  return 'municipality' in fields && 'policy' in fields;
}
