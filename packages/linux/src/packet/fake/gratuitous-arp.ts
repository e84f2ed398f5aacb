import type { GratuitousArp } from '../gratuitous-arp.ts';

/** Keeps what would have been announced. */
export class FakeGratuitousArp implements GratuitousArp {
	readonly announced: string[] = [];

	announce(_link: { readonly index: number; readonly hardwareAddress: string }, address: string): void {
		this.announced.push(address);
	}
}
