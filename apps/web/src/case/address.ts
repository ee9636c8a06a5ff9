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
