import type { Answer } from './answer';
import { answerOf, api } from './client';
import type { DemoUser, Issuer, Me, Page } from './types';

/** The signed-in person; a problem with status 401 means nobody. */
export function readMe(): Promise<Answer<Me>> {
  return answerOf(api.GET('/api/v1/me'));
}

/** Everybody one can be in training. */
export function readDemoUsers(): Promise<Answer<Page<DemoUser>>> {
  return answerOf(api.GET('/api/v1/demo/users'));
}

/** Gives this browser a session as that person; the cookie is out of reach of this code. */
export function signIn(user: string): Promise<Answer<unknown>> {
  return answerOf(api.POST('/api/v1/demo/sign-in', { body: { user } }));
}

/** Who can vouch for people here. */
export function readIssuers(): Promise<Answer<Page<Issuer>>> {
  return answerOf(api.GET('/api/v1/sign-in'));
}

/**
 * Goes on in another assignment. A new document is loaded: nothing of the former one stays.
 * @param path a page of this app
 */
export async function switchAssignment(assignment: string, path: string): Promise<Answer<unknown>> {
  const answer = await answerOf(api.POST('/api/v1/me/assignment', { body: { assignment } }));
  if (answer.ok) window.location.assign(path);
  return answer;
}

/** Ends the session for whoever takes over this computer: she is asked who she is. */
export async function switchUser(): Promise<void> {
  await answerOf(api.POST('/api/v1/sign-out'));
  window.location.replace('/?byt');
}

/** Ends the session. A new document is loaded, so that nothing of a patient stays in memory. */
export async function signOut(): Promise<void> {
  await answerOf(api.POST('/api/v1/sign-out'));
  window.location.replace('/');
}
