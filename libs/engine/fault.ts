/** A fault in a machine or a stored state: the process is wrong, not the user. Nothing is written. */
export class EngineFault extends Error {}
