/** Kind of the machine of a called unit, and the group that its commands are addressed to. */
export const PARTICIPANT = 'participant';
