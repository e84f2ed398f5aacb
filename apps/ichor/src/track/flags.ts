import { duration } from '../command/duration-flag.ts';
import { toggle } from '../command/flag-kinds.ts';

/** The flags of every command whose effect on nodes can be waited for. */
export const trackFlags = {
	wait: toggle('wait', 'follow the nodes until they are done; --debug implies it', { initial: true }),
	debug: toggle('debug', 'follow the nodes, and show the kernel log of one that fails'),
	timeout: duration('timeout', 'how long to wait', { initial: '30m0s' }),
};
