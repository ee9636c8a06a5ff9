import type { Language } from './text';

/**
 * An amount as people read it: `32 600 kr` (with a no-break space), in English `SEK 32,600`; öre are
 * shown only when there are some.
 * @param ore whole öre
 */
export function formatOre(ore: number, language: Language): string {
  const sign = ore < 0 ? '−' : '';
  const kronor = String(Math.floor(Math.abs(ore) / 100));
  const grouped = kronor.replace(/\B(?=(\d{3})+$)/g, language === 'sv' ? '\u00a0' : ',');
  const rest = Math.abs(ore) % 100;
  const decimals =
    rest === 0 ? '' : `${language === 'sv' ? ',' : '.'}${String(rest).padStart(2, '0')}`;
  return language === 'sv'
    ? `${sign}${grouped}${decimals}\u00a0kr`
    : `${sign}SEK ${grouped}${decimals}`;
}
