import { choice } from '../spec/index.ts';

/** Whether a peer answers. */
export const peerState = choice({ unknown: 0, up: 1, down: 2 });
