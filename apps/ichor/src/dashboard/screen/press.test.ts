import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Explored, nothingExplored } from './explorer.ts';
import { press } from './press.ts';
import { firstView, type View } from './view.ts';

const members = { type: 'Members.cluster.talos.dev', namespace: 'cluster', aliases: ['member'], sensitive: false };
const links = { type: 'LinkStatuses.net.talos.dev', namespace: 'network', aliases: ['links'], sensitive: false };
const explored: Explored = {
	...nothingExplored,
	kinds: [links, members],
	resources: ['cp-1', 'cp-2'].map((id) => ({ id, cells: [id], text: Array.from({ length: 30 }, () => id) })),
};

/** The view after several keys on three nodes, ten rows of which are seen of those there are. */
function after(keys: readonly string[], view: Partial<View> = {}, rows = 100, first = 0): View | undefined {
	return keys.reduce<View | undefined>((now, key) => now && press(now, key, { nodes: 3, extent: { page: 10, rows, first }, explored }), {
		...firstView,
		...view,
	});
}

test('function keys and digits choose the screen, as upstream the first three', () => {
	assert.deepEqual(
		['f1', 'f2', 'f3', '4', '5', '6'].map((key) => after([key])?.screen),
		['Summary', 'Monitor', 'Resources', 'Nodes', 'Services', 'Network'],
	);
	assert.equal(after(['7'])?.screen, 'Summary');
});

test('the nodes end at both sides', () => {
	assert.equal(after(['h'])?.selected, 0);
	assert.equal(after(['l', 'right', 'l', 'l'])?.selected, 2);
	assert.equal(after(['l', 'l', 'left'])?.selected, 1);
	assert.equal(after(['j', 'j', 'enter'], { screen: 'Nodes' })?.selected, 2);
	assert.equal(after(['j', 'enter'], { screen: 'Nodes' })?.screen, 'Summary');
});

test('a list is scrolled by lines and pages, and no farther than it goes', () => {
	const top = (...keys: readonly string[]): number | undefined => after(keys, { screen: 'Monitor' })?.top;
	assert.equal(top('j', 'down', 'k'), 1);
	assert.equal(top('k'), 0);
	assert.equal(top('ctrl-d', 'ctrl-f'), 15);
	assert.equal(top('G'), 90);
	assert.equal(top('G', 'ctrl-u'), 85);
	assert.equal(after(['G'], { screen: 'Monitor' }, 5)?.top, 0);
});

test('a log follows its end until it is scrolled back, and again at its end', () => {
	assert.equal(after(['k'])?.logEnd, 99);
	assert.equal(after(['k', 'j'])?.logEnd, undefined);
	assert.equal(after(['g'], {}, 1500, 500)?.logEnd, 510);
	assert.equal(after(['pageup'], { logEnd: 300 }, 1500, 500)?.logEnd, 510);
	assert.equal(after(['G'], { logEnd: 20 })?.logEnd, undefined);
});

test('the explorer narrows the kinds, opens one and a resource of it, and goes back', () => {
	const resources = { screen: 'Resources' } as const;
	assert.deepEqual(after(['/', 'q', '2', 'backspace'], resources)?.explorer.filter, 'q');
	const typed = after(['/', 'm', 'e', 'm', 'enter'], resources);
	assert.equal(typed?.explorer.typing, false);
	const opened = after(['enter', 'j', 'enter'], typed);
	assert.deepEqual(
		[opened?.explorer.level, opened?.explorer.kind?.type, opened?.explorer.id],
		['resource', 'Members.cluster.talos.dev', 'cp-2'],
	);
	assert.equal(after(['G'], opened)?.explorer.cursors.resource, 20);
	assert.equal(after(['l'], opened)?.explorer.level, 'resources');
	assert.equal(after(['escape', 'escape', 'escape'], opened)?.explorer.filter, '');
});

test('it is left with q and Ctrl-C, but a filter may have a q in it', () => {
	assert.equal(after(['q']), undefined);
	assert.equal(after(['ctrl-c']), undefined);
	assert.equal(after(['/', 'q'], { screen: 'Resources' })?.explorer.filter, 'q');
	assert.equal(after(['/', 'ctrl-c'], { screen: 'Resources' }), undefined);
	assert.equal(after(['ctrl-z'])?.paused, true);
	assert.equal(after(['ctrl-z', 'ctrl-z'])?.paused, false);
});
