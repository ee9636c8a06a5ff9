import { Socket } from 'node:net';

/**
 * A socket that sends all statements of one turn of the program by one system call. The driver holds
 * back (`cork`) the parts of one statement and lets go at its end; here it lets go at the end of the
 * turn. Of a transaction whose statements are known from the start that saves four calls of five,
 * and a call is as dear as a small statement's own work.
 *
 * Not covered: over TLS the driver puts a stream of its own before this one, and statements leave
 * one by one.
 */
export class CoalescingSocket extends Socket {
  override uncork(): void {
    process.nextTick(() => super.uncork());
  }
}
