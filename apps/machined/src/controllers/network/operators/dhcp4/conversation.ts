import { type Context, pause } from '@ichor/std';
import { addressBytes, addressesIn, Dhcp4Error, type Dhcp4Message, encodeMessage, messageTypes, option, readMessage } from './message.ts';

/** Where messages go and come from. */
export interface Channel {
	send(payload: Buffer): void;
	close(): void;
}

/** What a client says of itself in each message of an exchange. */
export interface ClientFacts {
	readonly hardwareAddress: string;
	readonly seconds: number;
	/** Options that are in every message. */
	readonly options: ReadonlyMap<number, Buffer>;
}

/** An exchange between a client and the servers that hear it, from its first question to what ends it. */
export class Conversation {
	readonly #facts: ClientFacts;
	readonly #transaction = Math.floor(Math.random() * 0x1_0000_0000);
	#channel: Channel | undefined;
	#heard: ((answer: Dhcp4Message) => void) | undefined;

	constructor(facts: ClientFacts) {
		this.#facts = facts;
	}

	/** Opens the channel; what is heard on it that is no answer to this exchange is passed over. */
	async over(open: (onDatagram: (payload: Buffer) => void) => Promise<Channel> | Channel): Promise<void> {
		this.#channel = await open((payload) => {
			const answer = readable(payload);
			if (answer?.operation !== 2 || answer.transaction !== this.#transaction) return;
			if (answer.hardwareAddress === this.#facts.hardwareAddress) this.#heard?.(answer);
		});
	}

	/** Asks who would give an address. Throws Dhcp4Error "unanswered". */
	async discover(context: Context, before: string | undefined): Promise<Dhcp4Message> {
		const wish: readonly Option[] = before === undefined ? [] : [[option.requestedAddress, addressBytes(before)]];
		const isOffer = (one: Dhcp4Message) => typeOf(one) === messageTypes.offer && serverOf(one) !== undefined;
		return await this.#ask(context, 'discover', {}, wish, isOffer);
	}

	/** Takes an offer: who has made it decides, nobody else. Throws Dhcp4Error "unanswered", or "refused" when it does not hold any more. */
	async accept(context: Context, offer: Dhcp4Message): Promise<Dhcp4Message> {
		const server = serverOf(offer) ?? '';
		const wish: readonly Option[] = [
			[option.requestedAddress, addressBytes(offer.yourAddress)],
			[option.server, addressBytes(server)],
		];
		return await this.#request(context, {}, wish, server);
	}

	/** Asks to keep an address. Throws Dhcp4Error "unanswered" or "refused". */
	async keep(context: Context, address: string): Promise<Dhcp4Message> {
		return await this.#request(context, { clientAddress: address }, []);
	}

	close(): void {
		this.#channel?.close();
	}

	async #request(context: Context, more: Partial<Dhcp4Message>, options: readonly Option[], server?: string): Promise<Dhcp4Message> {
		const isDecision = (one: Dhcp4Message) =>
			(typeOf(one) === messageTypes.acknowledge || typeOf(one) === messageTypes.refuse) &&
			(server === undefined || serverOf(one) === server);
		const answer = await this.#ask(context, 'request', more, options, isDecision);
		if (typeOf(answer) === messageTypes.refuse) throw new Dhcp4Error('refused', 'the DHCP server has refused the address');
		return answer;
	}

	async #ask(
		context: Context,
		type: 'discover' | 'request',
		more: Partial<Dhcp4Message>,
		options: readonly Option[],
		isAnswer: (answer: Dhcp4Message) => boolean,
	): Promise<Dhcp4Message> {
		const question = encodeMessage({
			operation: 1,
			transaction: this.#transaction,
			seconds: this.#facts.seconds,
			clientAddress: '0.0.0.0',
			yourAddress: '0.0.0.0',
			hardwareAddress: this.#facts.hardwareAddress,
			...more,
			options: new Map([[option.messageType, Buffer.of(messageTypes[type])], ...options, ...this.#facts.options]),
		});
		const { promise, resolve } = Promise.withResolvers<Dhcp4Message>();
		this.#heard = (answer) => {
			if (isAnswer(answer)) resolve(answer);
		};
		for (const patience of patiences) {
			this.#channel?.send(question);
			const turn = new AbortController();
			const waiting = { ...context, signal: AbortSignal.any([context.signal, turn.signal]) };
			const answer = await Promise.race([promise, pause(waiting, patience)]);
			turn.abort();
			if (answer !== undefined) return answer;
		}
		throw new Dhcp4Error('unanswered', `no DHCP server has answered the ${type}`);
	}
}

type Option = readonly [code: number, value: Buffer];

function readable(payload: Buffer): Dhcp4Message | undefined {
	try {
		return readMessage(payload);
	} catch (error) {
		if (error instanceof Dhcp4Error) return undefined;
		throw error;
	}
}

function typeOf({ options }: Dhcp4Message): number | undefined {
	return options.get(option.messageType)?.at(0);
}

function serverOf({ options }: Dhcp4Message): string | undefined {
	return addressesIn(options.get(option.server))[0];
}

/** Milliseconds until a question is asked again: doubling, as RFC 2131, section 4.1, wants it, from less, for links that have just come up. */
const patiences = [1000, 2000, 4000, 8000] as const;
