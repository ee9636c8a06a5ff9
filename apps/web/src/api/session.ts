import type { Answer } from './answer';
import { answerOf, api } from './client';
import type { DemoUser, Me, Page } from './types';

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

/** Ends the session. A new document is loaded, so that nothing of a patient stays in memory. */
export async function signOut(): Promise<void> {
  await answerOf(api.POST('/api/v1/sign-out'));
  window.location.assign('/');
}
