import { addressBytes, type Dhcp4Message, encodeMessage, messageTypes, option, readMessage } from '../message.ts';
import type { Dhcp4Ports } from '../ports.ts';

/** A server of one address (RFC 2131, section 4.3), in memory or behind whatever hands it messages. */
export class FakeDhcp4Server {
	readonly seen: { readonly type: number; readonly message: Dhcp4Message; readonly to: 'everybody' | 'server' }[] = [];
	/** Given with each address. */
	options = new Map<number, Buffer>();
	address = '192.0.2.50';
	/** It hears, and does not answer. */
	silent = false;
	/** It answers requests with a refusal. */
	refuses = false;
	readonly identifier: string;

	constructor(identifier = '192.0.2.2') {
		this.identifier = identifier;
	}

	/** What it answers; undefined for nothing. */
	answer(payload: Buffer, to: 'everybody' | 'server'): Buffer | undefined {
		const message = readMessage(payload);
		const type = message.options.get(option.messageType)?.at(0) ?? 0;
		this.seen.push({ type, message, to });
		const wanted = message.options.get(option.server);
		const meansAnother = wanted !== undefined && !wanted.equals(addressBytes(this.identifier));
		if (this.silent || meansAnother || (type !== messageTypes.discover && type !== messageTypes.request)) return undefined;
		const kind = type === messageTypes.discover ? messageTypes.offer : this.refuses ? messageTypes.refuse : messageTypes.acknowledge;
		return encodeMessage({
			...message,
			operation: 2,
			yourAddress: kind === messageTypes.refuse ? '0.0.0.0' : this.address,
			options: new Map([
				[option.messageType, Buffer.of(kind)],
				[option.server, addressBytes(this.identifier)],
				...(kind === messageTypes.refuse ? [] : this.options),
			]),
		});
	}

	/** A network on which there is nobody else. */
	get ports(): Dhcp4Ports {
		const channel = (to: 'everybody' | 'server', onDatagram: (payload: Buffer) => void) => ({
			send: (payload: Buffer) => {
				const answer = this.answer(payload, to);
				if (answer !== undefined) queueMicrotask(() => onDatagram(answer));
			},
			close: () => undefined,
		});
		return {
			openLink: (_index, onDatagram) => channel('everybody', onDatagram),
			openServer: async (_from, _server, onDatagram) => channel('server', onDatagram),
		};
	}
}
