/** Twelve digits as people write them, `19460529-9817`; a reserve number stays as it is. */
export function patientNumber(number: string): string {
  return /^\d{12}$/.test(number) ? `${number.slice(0, 8)}-${number.slice(8)}` : number;
}
