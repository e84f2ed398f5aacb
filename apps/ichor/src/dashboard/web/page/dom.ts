/** What an element may be given: attributes by name; those that are false or undefined are left out. */
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

type Child = Node | string;

/** An element. Texts are texts: nothing that a node says becomes markup. */
export function h<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	attributes: Attributes = {},
	...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	give(element, attributes);
	element.append(...children);
	return element;
}

/** An element of a drawing. */
export function svg(name: string, attributes: Attributes, ...children: readonly Node[]): SVGElement {
	const element = document.createElementNS('http://www.w3.org/2000/svg', name);
	give(element, attributes);
	element.append(...children);
	return element;
}

function give(element: Element, attributes: Attributes): void {
	for (const [key, value] of Object.entries(attributes))
		if (value !== undefined && value !== false) element.setAttribute(key, value === true ? '' : String(value));
}

/** The element of the page with that id. */
export function byId(id: string): HTMLElement {
	const element = document.getElementById(id);
	if (element === null) throw new Error(`the page has no #${id}`);
	return element;
}

/** A card with a heading. */
export function card(title: string, className: string, ...children: readonly Child[]): HTMLElement {
	return h('section', { class: className, 'aria-label': title }, h('h2', {}, title), ...children);
}

/** Facts with their names. */
export function facts(fields: readonly { readonly name: string; readonly value: string; readonly tone: string }[]): HTMLElement {
	return h('dl', {}, ...fields.map(({ name, value, tone }) => h('div', {}, h('dt', {}, name), h('dd', { class: tone }, value))));
}

/** A cell of a table: a text, or one with a class. */
export type Cell = string | { readonly text: string; readonly class: string };

/** A table with a heading. Columns whose name ends with a number sign are numbers. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): HTMLTableElement {
	const numbers = columns.map((name) => name.endsWith('#'));
	const cell = (value: Cell, index: number): HTMLElement => {
		const { text, class: given } = typeof value === 'string' ? { text: value, class: '' } : value;
		// what is cut off is told when one points at it
		return h('td', { class: `${given}${numbers[index] === true ? ' number' : ''}`, title: given.includes('command') && text }, text);
	};
	return h(
		'table',
		{},
		h(
			'thead',
			{},
			h(
				'tr',
				{},
				...columns.map((name, index) => h('th', { scope: 'col', class: numbers[index] === true ? 'number' : '' }, name.replace('#', ''))),
			),
		),
		h('tbody', {}, ...rows.map((row) => h('tr', {}, ...row.map(cell)))),
	);
}
