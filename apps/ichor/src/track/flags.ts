import { duration } from '../command/duration-flag.ts';
import { toggle } from '../command/flag-kinds.ts';

/** The flags of every command whose effect on nodes can be waited for. */
export const trackFlags = {
	wait: toggle('wait', 'follow the nodes until they are done; --debug implies it', { initial: true }),
	debug: toggle('debug', "show the kernel's log of a node that fails"),
	timeout: duration('timeout', 'how long to wait', { initial: '30m0s' }),
};
