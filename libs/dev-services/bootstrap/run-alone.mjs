import { Failure } from './ensure.mjs';
import { tryLock } from './lock.mjs';

/** Runs the work unless another process serves from this checkout, or uses its database alone. */
export async function runAlone(work) {
  // Taken before a build, which would empty dist/ under a running Hemgång.
  const { heldBy, release } = tryLock('run');
  if (heldBy !== undefined) {
    const message = `Hemgång already runs from this folder (process ${heldBy}). Stop it first.`;
    throw new Failure(message, 1);
  }
  try {
    return await work();
  } finally {
    release();
  }
}
