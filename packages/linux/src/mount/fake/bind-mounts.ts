import type { BindMounts } from '../bind-mounts.ts';

/** Keeps what is shown where, and mounts nothing. */
export class FakeBindMounts implements BindMounts {
	/** Sources by their targets. */
	readonly shown = new Map<string, string>();

	show(source: string, target: string): void {
		this.shown.set(target, source);
	}

	hide(target: string): void {
		this.shown.delete(target);
	}
}
