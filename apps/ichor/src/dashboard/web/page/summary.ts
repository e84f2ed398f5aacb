import type { SentLog, SentReport } from '../send-nodes.ts';
import { card, facts, h } from './dom.ts';
import { scrolled } from './screens.ts';

/** Lines of a log that are kept, as the server does. */
const longestLog = 1000;

/** The summary of a node: what it is, what a person can do something about, and its log, which follows its end. */
export class Summary {
	readonly #logs = new Map<string, string[]>();
	readonly #log = scrolled('Log');
	#shown = '';

	constructor() {
		this.#log.id = 'log';
		this.#log.classList.add('mono');
	}

	/** Forgets what was before: the server tells anew. */
	clear(): void {
		this.#logs.clear();
		this.#log.replaceChildren();
		this.#shown = '';
	}

	add({ node, lines, from, oldest }: SentLog): void {
		const before = from === oldest ? [] : (this.#logs.get(node) ?? []);
		this.#logs.set(node, [...before, ...lines].slice(-longestLog));
		if (node !== this.#shown) return;
		if (from === oldest) this.#log.replaceChildren();
		this.#append(lines);
	}

	draw({ node, talos, kubernetes, network, diagnostics }: SentReport): readonly HTMLElement[] {
		if (node !== this.#shown) {
			this.#shown = node;
			this.#log.replaceChildren();
			this.#append(this.#logs.get(node) ?? []);
		}
		const advice = diagnostics.map(({ url, message }) =>
			h('p', {}, h('span', { class: 'bad' }, message), ' ', h('span', { class: 'faint mono' }, url)),
		);
		return [
			card('Talos', 'third', facts(talos)),
			card('Kubernetes', 'third', facts(kubernetes)),
			card('Network', 'third', facts(network)),
			...(advice.length === 0 ? [] : [card('Diagnostics', '', ...advice)]),
			card('Log', '', this.#log),
		];
	}

	/** Shows the end of the log; it does when its box has just been put into the page. */
	follow(): void {
		this.#log.scrollTop = this.#log.scrollHeight;
	}

	#append(lines: readonly string[]): void {
		const atEnd = this.#log.scrollHeight - this.#log.scrollTop - this.#log.clientHeight < 40;
		this.#log.append(...lines.map(lineOf));
		while (this.#log.childElementCount > longestLog) this.#log.firstElementChild?.remove();
		if (atEnd) this.follow();
	}
}

function lineOf(text: string): HTMLElement {
	const [, severity = '', time = '', message = text] =
		/^[a-z0-9]+: +([a-z]+): \[\d{4}-\d\d-\d\dT(\d\d:\d\d:\d\d)[^\]]*\]: (.*)$/.exec(text) ?? [];
	return h('span', { class: tones[severity] }, h('time', { class: 'faint' }, time), ' ', message);
}

const tones: Readonly<Record<string, string>> = { emerg: 'bad', alert: 'bad', crit: 'bad', err: 'bad', warning: 'unsure' };
