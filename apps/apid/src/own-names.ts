import { currentAddressId, HostnameStatus, hostnameId, NodeAddress, plainAddresses } from '@ichor/machinery/resources';
import type { Pointer, State } from '@ichor/runtime';

/** What this node is called at the moment: its name and its addresses, of which one that is shared may be another node's the next. */
export class OwnNames {
	readonly #state: State;
	#hostname = '';
	#addresses: ReadonlySet<string> = new Set();

	constructor(state: State) {
		this.#state = state;
	}

	has(target: string): boolean {
		return target === this.#hostname || this.#addresses.has(target);
	}

	async load(): Promise<void> {
		const host = await this.#state.find(HostnameStatus.pointer(hostnameId));
		const node = await this.#state.find(NodeAddress.pointer(currentAddressId));
		this.#hostname = host?.spec.hostname ?? '';
		this.#addresses = new Set(node === undefined ? [] : plainAddresses(node.spec));
	}

	/** Loads them again with every change, until the signal is aborted or machined is gone. */
	async follow(signal: AbortSignal): Promise<void> {
		const pointers = [HostnameStatus.pointer(hostnameId), NodeAddress.pointer(currentAddressId)];
		await Promise.race(pointers.map(async (pointer: Pointer) => await this.#followOne(pointer, signal)));
	}

	async #followOne(pointer: Pointer, signal: AbortSignal): Promise<void> {
		for await (const _ of await this.#state.watch(pointer, { signal })) await this.load();
	}
}
