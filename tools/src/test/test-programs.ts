import { installHostPrograms, isInstalled } from '@ichor/provision';
import { background, messageOf } from '@ichor/std';

/**
 * Installs what unit tests try our work in: the shells that complete our commands, the browser that shows our page. A
 * machine that cannot have them tests the rest: why is printed here, and what is skipped is printed by the tests.
 */
export async function installTestPrograms(): Promise<void> {
	const missing = programs.filter((program) => !isInstalled(program));
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0) {
		console.log(`${missing.join(' and ')} cannot be installed without root: what needs them is not tested`);
		return;
	}
	try {
		await installHostPrograms(background, console.log, Object.fromEntries(missing.map((program) => [program, () => false])));
	} catch (error) {
		console.log(`${messageOf(error)}\nwhat needs ${missing.join(' and ')} is not tested`);
	}
}

/** Each is the name of its program and of its Debian package. */
const programs = ['bash', 'chromium-headless-shell', 'fish', 'zsh'];
