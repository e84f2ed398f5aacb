import { statSync } from 'node:fs';
import { LinuxError } from '../errors.ts';
import { libc } from '../libc/libc.ts';

/** Files and folders that are seen in other places too. */
export interface BindMounts {
	/** Lets `target`, which is there, show `source`, read-only; nothing happens when it does already. Throws LinuxError. */
	show(source: string, target: string): void;
	/** Takes the topmost mount off; nothing happens when there is none. */
	hide(target: string): void;
}

/** In the mount namespace of the calling thread. */
export const bindMounts: BindMounts = {
	show(source, target) {
		if (isSame(source, target)) return;
		libc.mount(source, target, bind);
		// the first call ignores every other flag: mount(2)
		libc.mount(source, target, bind | remount | readOnly);
	},

	hide(target) {
		try {
			libc.unmount(target);
		} catch (error) {
			// "invalid": nothing is mounted there
			if (!(error instanceof LinuxError) || (error.code !== 'invalid-argument' && error.code !== 'not-found')) throw error;
		}
	},
};

function isSame(left: string, right: string): boolean {
	const [a, b] = [statSync(left), statSync(right)];
	return a.dev === b.dev && a.ino === b.ino;
}

/** MS_RDONLY, MS_REMOUNT, MS_BIND of mount(2). */
const readOnly = 1;
const remount = 32;
const bind = 4096;
