const ORE_PER_KRONA = 100;

const format = new Intl.NumberFormat('sv-SE', { style: 'currency', currency: 'SEK' });

/** An amount as Swedish money: `12 350,00 kr`. */
export function kronor(ore: number): string {
  return format.format(ore / ORE_PER_KRONA);
}
