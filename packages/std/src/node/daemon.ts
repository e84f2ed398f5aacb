import { background } from '../context.ts';
import { messageOf } from '../errors.ts';
import { pause } from '../wait.ts';
import { reduceMemoryWhenQuiet } from './memory-reducer.ts';

/**
 * What a daemon beside machined does for as long as it lives: follow what machined says, and begin again when that breaks
 * off, because machined may be started again while the daemon goes on serving. Ends the process on SIGTERM.
 *
 * @param name what `processes` and `netstat` call it
 * @param follow resolves or rejects when machined is gone
 */
export function followMachined(name: string, follow: () => Promise<void>): void {
	process.title = name;
	reduceMemoryWhenQuiet();
	// the first process of a container gets no signal that it does not ask for
	process.on('SIGTERM', () => process.exit(0));
	void followForever(follow);
}

async function followForever(follow: () => Promise<void>): Promise<never> {
	for (;;) {
		await follow().catch((error: unknown) => console.error(`machined does not answer: ${messageOf(error)}`));
		await pause(background, retryPause);
	}
}

/** Milliseconds between a broken watch and the next. */
const retryPause = 200;
