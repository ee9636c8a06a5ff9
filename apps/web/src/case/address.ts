/** Where the cases of each type have their pages. */
const PAGES: Readonly<Record<string, string>> = {
  discharge: '/arenden',
  sip: '/sip',
  settlement: '/avrakningar',
  avvikelse: '/avvikelser',
};

/** The page of a case; of a type without pages the list of stays. */
export function caseAddress(type: string, id: string): string {
  const page = PAGES[type];
  return page === undefined ? '/arenden' : `${page}/${id}`;
}

/** Where a stay or a SIP is shown as it stood; without a time as it is now, and the way back from there. */
export function historyAddress(type: string, id: string, at?: string): string {
  const page = `${caseAddress(type, id)}/historik`;
  return at === undefined ? page : `${page}?at=${encodeURIComponent(at)}`;
}
