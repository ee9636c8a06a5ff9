/** A page of this app, as the server takes it too: a path, never another site's address. */
const OWN_PATH = /^\/(?!\/)[\w\-/]{0,199}$/;

/** The parameter in which the choice of an assignment is told where to go on. */
const GO_ON = 'vidare';

/** Where the choice of an assignment leads on to; without a page of ours in the address to the start. */
export function returnPathIn(search: string): string {
  const path = new URLSearchParams(search).get(GO_ON);
  return path !== null && OWN_PATH.test(path) ? path : '/';
}

/** The choice of an assignment, from which one comes back to the page. */
export function choiceThenBackTo(path: string): string {
  return OWN_PATH.test(path) ? `/uppdrag?${GO_ON}=${encodeURIComponent(path)}` : '/uppdrag';
}

/** How one signs in by a provider and comes back to the page. */
export function signInAddress(issuer: string, path: string, isFresh: boolean): string {
  const query = new URLSearchParams({
    ...(isFresh && { fresh: 'true' }),
    ...(path !== '/' && OWN_PATH.test(path) && { next: path }),
  });
  return query.size === 0 ? `/api/v1/sign-in/${issuer}` : `/api/v1/sign-in/${issuer}?${query}`;
}
