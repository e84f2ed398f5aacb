import { installHostPrograms, isInstalled } from '@ichor/provision';
import { background, messageOf } from '@ichor/std';

/**
 * Installs the shells whose completion is tested in the shell itself. A machine that cannot have them tests the others:
 * why is printed here, and what is skipped is printed by the tests.
 */
export async function installShells(): Promise<void> {
	const missing = shells.filter((shell) => !isInstalled(shell));
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0) {
		console.log(`${missing.join(' and ')} cannot be installed without root: their completion is not tested`);
		return;
	}
	try {
		await installHostPrograms(background, console.log, Object.fromEntries(missing.map((shell) => [shell, () => false])));
	} catch (error) {
		console.log(`${messageOf(error)}\nthe completion of ${missing.join(' and ')} is not tested`);
	}
}

/** Each is the name of its program and of its Debian package. */
const shells = ['bash', 'fish', 'zsh'];
