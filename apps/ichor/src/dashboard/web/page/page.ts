import type { SentLog, SentReport } from '../send-nodes.ts';
import { byId, h } from './dom.ts';
import { Resources } from './resources.ts';
import { mark, monitor, network, nodes, services } from './screens.ts';
import { Summary } from './summary.ts';

const screens = ['Summary', 'Monitor', 'Resources', 'Nodes', 'Services', 'Network'] as const;

type ScreenName = (typeof screens)[number];

let reports: readonly SentReport[] = [];
let paused = false;
const summary = new Summary();
const resources = new Resources(() => draw());
let drawn = '';

/** What is chosen is in the address, so that going back and loading anew keep it. */
function chosen(): { readonly screen: ScreenName; readonly report: SentReport | undefined } {
	const [screen = '', node = ''] = decodeURIComponent(location.hash.slice(1)).split('/');
	return {
		screen: screens.find((name) => name === screen) ?? 'Summary',
		report: reports.find((report) => report.node === node) ?? reports[0],
	};
}

function choose(screen: ScreenName, node: string): void {
	location.hash = `${screen}/${encodeURIComponent(node)}`;
	// the event comes later, and the next key may not wait for it
	draw();
}

function draw(): void {
	const { screen, report } = chosen();
	resources.follow(screen === 'Resources' ? (report?.node ?? '') : '');
	byId('state').textContent = paused ? 'paused' : stateText();
	if (report === undefined) return;
	document.title = `${report.hostname} · ${screen} · Ichor`;
	byId('cluster').textContent = report.talos.find(({ name }) => name === 'CLUSTER')?.value ?? '';
	const trouble = byId('trouble');
	trouble.hidden = report.trouble === '';
	if (trouble.textContent !== report.trouble) trouble.textContent = report.trouble;
	byId('headline').textContent = `${report.hostname} — ${report.headline.join(', ')}`;
	keepingFocus(() => {
		byId('nodes').replaceChildren(...reports.map((one) => nodeButton(one, one === report, screen)));
		byId('screens').replaceChildren(...screens.map((name, index) => screenButton(name, index, name === screen, report.node)));
		byId('screen').replaceChildren(...contentOf(screen, report));
	});
	const place = `${screen}/${report.node}`;
	if (place !== drawn && screen === 'Summary') summary.follow();
	drawn = place;
}

function contentOf(screen: ScreenName, report: SentReport): readonly HTMLElement[] {
	if (screen === 'Monitor') return monitor(report);
	if (screen === 'Resources') return resources.draw();
	if (screen === 'Nodes') return nodes(reports, report.node, (node) => choose('Summary', node));
	if (screen === 'Services') return services(report);
	return screen === 'Network' ? network(report) : summary.draw(report);
}

function stateText(): string {
	const sick = reports.filter(({ ready }) => ready !== 'good').length;
	if (stream.readyState !== EventSource.OPEN) return 'ichor dashboard does not answer';
	return sick === 0 ? `${reports.length} of ${reports.length} nodes ready` : `${reports.length - sick} of ${reports.length} nodes ready`;
}

function nodeButton({ node, hostname, ready }: SentReport, current: boolean, screen: ScreenName): HTMLElement {
	const button = h(
		'button',
		{ type: 'button', 'aria-current': String(current), 'data-key': `node ${node}` },
		h('span', { class: ready, role: 'img', 'aria-label': ready === 'good' ? 'ready' : 'not ready' }, mark(ready)),
		h('strong', {}, hostname),
		h('small', {}, node),
	);
	button.addEventListener('click', () => choose(screen, node));
	return button;
}

function screenButton(name: ScreenName, index: number, current: boolean, node: string): HTMLElement {
	const button = h(
		'button',
		{ type: 'button', 'aria-current': String(current), 'data-key': `screen ${name}` },
		`${name} `,
		h('kbd', {}, String(index + 1)),
	);
	button.addEventListener('click', () => choose(name, node));
	return button;
}

/** What is drawn anew has the focus and the place that it had. */
function keepingFocus(change: () => void): void {
	const active = document.activeElement;
	const key = active instanceof HTMLElement ? (active.dataset['key'] ?? active.getAttribute('aria-label')) : null;
	const places = [...document.querySelectorAll('.scroll')].map((box) => [box.getAttribute('aria-label'), box.scrollTop] as const);
	const inFilter = active instanceof HTMLInputElement;
	change();
	for (const [label, top] of places) {
		const box = [...document.querySelectorAll('.scroll')].find((candidate) => candidate.getAttribute('aria-label') === label);
		if (box !== undefined) box.scrollTop = top;
	}
	if (inFilter) active.focus({ preventScroll: true });
	else if (key !== null && key !== undefined) {
		const again = [...document.querySelectorAll<HTMLElement>('[data-key], .scroll')].find(
			(element) => (element.dataset['key'] ?? element.getAttribute('aria-label')) === key,
		);
		again?.focus({ preventScroll: true });
	}
}

const stream = new EventSource('nodes');
stream.addEventListener('open', () => {
	summary.clear();
	draw();
});
stream.addEventListener('error', () => draw());
stream.addEventListener('nodes', ({ data }: MessageEvent<string>) => {
	if (paused) return;
	reports = JSON.parse(data) as readonly SentReport[];
	draw();
});
stream.addEventListener('log', ({ data }: MessageEvent<string>) => summary.add(JSON.parse(data) as SentLog));

addEventListener('hashchange', draw);
byId('help').addEventListener('click', () => (byId('keys') as HTMLDialogElement).showModal());

addEventListener('keydown', (event) => {
	if (press(event)) event.preventDefault();
});

/** The keys of the terminal's dashboard, but for those that a browser needs itself. Whether the key was one of them. */
function press({ key, ctrlKey, altKey, metaKey, target }: KeyboardEvent): boolean {
	if (altKey || metaKey || (byId('keys') as HTMLDialogElement).open) return false;
	if (ctrlKey) {
		if (key !== 'z') return false;
		paused = !paused;
		draw();
		return true;
	}
	if (target instanceof HTMLInputElement) {
		if (key === 'Escape' && target.value !== '') return false;
		if (key !== 'Escape' && key !== 'Enter') return false;
		target.blur();
		return true;
	}
	const { screen, report } = chosen();
	const number = /^(?:F([1-3])|([1-6]))$/.exec(key);
	const wanted = screens[Number(number?.[1] ?? number?.[2]) - 1];
	if (wanted !== undefined) choose(wanted, report?.node ?? '');
	else if (key === 'h' || key === 'ArrowLeft') beside(-1);
	else if (key === 'l' || key === 'ArrowRight') beside(1);
	else if (key === 'j' || key === 'ArrowDown') return step(1);
	else if (key === 'k' || key === 'ArrowUp') return step(-1);
	else if (key === 'g') box()?.scrollTo({ top: 0 });
	else if (key === 'G') box()?.scrollTo({ top: box()?.scrollHeight ?? 0 });
	else if (key === 'Escape') return screen === 'Resources' && resources.back();
	else if (key === '/' && screen === 'Resources') resources.focusFilter();
	else if (key === '?') (byId('keys') as HTMLDialogElement).showModal();
	else if (key === 'Enter' && target instanceof HTMLTableRowElement) target.click();
	else return false;
	return true;
}

function beside(by: number): void {
	const { screen, report } = chosen();
	const index = reports.findIndex(({ node }) => node === report?.node);
	const next = reports[Math.max(0, Math.min(index + by, reports.length - 1))];
	if (next !== undefined) choose(screen, next.node);
}

/** In a table whose rows can be chosen to the next row; elsewhere the box is scrolled. */
function step(by: number): boolean {
	const rows = [...document.querySelectorAll<HTMLElement>('#screen tr[tabindex]')];
	if (rows.length === 0) {
		box()?.scrollBy({ top: by * 24 });
		return box() !== undefined;
	}
	const index = rows.findIndex((row) => row === document.activeElement);
	rows[index < 0 ? 0 : Math.max(0, Math.min(index + by, rows.length - 1))]?.focus();
	return true;
}

/** The box that has the focus, or the last one of the screen. */
function box(): Element | undefined {
	const boxes = [...document.querySelectorAll('#screen .scroll')];
	return boxes.find((candidate) => candidate.contains(document.activeElement)) ?? boxes.at(-1);
}
