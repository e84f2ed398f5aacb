import type { Explored } from '../../screen/explorer.ts';
import { card, h, table } from './dom.ts';
import { scrolled } from './screens.ts';

/** The resource explorer: the kinds of a node, the resources of one, or one of them as YAML. */
export class Resources {
	readonly #changed: () => void;
	readonly #filter = h('input', { type: 'search', 'aria-label': 'Filter the kinds', placeholder: 'filter the kinds  (/)' });
	#stream: EventSource | undefined;
	#explored: Explored | undefined;
	#node = '';
	#type = '';
	#id = '';

	/** @param changed draws it anew */
	constructor(changed: () => void) {
		this.#changed = changed;
		this.#filter.addEventListener('input', changed);
	}

	/** Follows a node from now on, or none. */
	follow(node: string): void {
		if (node === this.#node) return;
		this.#node = node;
		this.#id = '';
		this.#open();
	}

	focusFilter(): void {
		this.#filter.focus();
	}

	/** One step back; false when there is none. */
	back(): boolean {
		if (this.#id !== '') this.#id = '';
		else if (this.#type !== '') {
			this.#type = '';
			this.#open();
		} else return false;
		this.#changed();
		return true;
	}

	draw(): readonly HTMLElement[] {
		const explored = this.#explored;
		if (explored === undefined) return [card('Resources', '', h('p', { class: 'faint' }, '…'))];
		if (this.#type === '') return [this.#kinds(explored)];
		const title = `${this.#type}${this.#id === '' ? '' : ` ${this.#id}`}`;
		const back = h('button', { type: 'button' }, 'Back ', h('kbd', {}, 'Esc'));
		back.addEventListener('click', () => this.back());
		if (this.#id === '') return [card(title, '', h('p', { class: 'filter' }, back), ...this.#list(explored))];
		const text = explored.resources?.find(({ id }) => id === this.#id)?.text ?? ['it is gone'];
		return [card(title, '', h('p', { class: 'filter' }, back), scrolled(title, h('pre', {}, text.join('\n'))))];
	}

	#kinds({ kinds, failure }: Explored): HTMLElement {
		const wanted = this.#filter.value.toLowerCase();
		const rows = kinds.filter(({ type, aliases }) => [type, ...aliases].some((name) => name.toLowerCase().includes(wanted)));
		const made = table(
			['TYPE', 'NAMESPACE', 'ALIASES'],
			rows.map(({ type, namespace, aliases }) => [type, namespace, { text: aliases.join(', '), class: 'faint' }]),
		);
		choosable(
			made,
			rows.map(({ type }) => type),
			(type) => {
				this.#type = type;
				this.#open();
			},
		);
		const note = failure === '' ? `${rows.length} of ${kinds.length}` : failure;
		return card(
			'Resources',
			'',
			h('p', { class: 'filter' }, this.#filter, h('span', { class: 'faint' }, note)),
			scrolled('Kinds of resources', made),
		);
	}

	#list({ columns, resources, failure }: Explored): readonly HTMLElement[] {
		if (failure !== '') return [h('p', { class: 'bad' }, failure)];
		if (resources === undefined) return [h('p', { class: 'faint' }, '…')];
		const made = table(
			columns,
			resources.map(({ cells }) => cells),
		);
		choosable(
			made,
			resources.map(({ id }) => id),
			(id) => {
				this.#id = id;
				this.#changed();
			},
		);
		return [scrolled(this.#type, made)];
	}

	#open(): void {
		this.#stream?.close();
		this.#stream = undefined;
		this.#explored = undefined;
		if (this.#node !== '') {
			const query = new URLSearchParams({ node: this.#node, ...(this.#type === '' ? {} : { type: this.#type }) });
			this.#stream = new EventSource(`resources?${query.toString()}`);
			this.#stream.addEventListener('explored', ({ data }: MessageEvent<string>) => {
				this.#explored = JSON.parse(data) as Explored;
				this.#changed();
			});
		}
		this.#changed();
	}
}

/** Rows that are chosen by a click, or by the keyboard. */
function choosable({ tBodies: [body] }: HTMLTableElement, keys: readonly string[], choose: (key: string) => void): void {
	for (const [index, row] of [...(body?.rows ?? [])].entries()) {
		const key = keys[index] ?? '';
		row.tabIndex = 0;
		row.dataset['key'] = key;
		row.addEventListener('click', () => choose(key));
	}
}
