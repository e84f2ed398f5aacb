import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { MachineStatus } from '@ichor/machinery/resources';
import { background, waitFor, withTimeout } from '@ichor/std';
import { FakeTerminal } from '../../command/fake-terminal.ts';
import type { NodeSession } from '../../nodes/node-session.ts';
import { FakeNode } from '../facts/fake-node.ts';
import { fakeFacts, fakeSample } from '../fake-facts.ts';
import { Browser } from './browser.ts';
import { serveDashboard } from './serve-dashboard.ts';

/** Screenshots are kept here: git-ignored, and an output of CI. */
const pictures = new URL('../../../../../dist/screenshots/', import.meta.url);

const program = Browser.program();
const skip = program === undefined ? 'there is no Chromium: `apt-get install chromium-headless-shell` brings one' : false;

test('the page shows the nodes as they change, by keyboard, in light and dark', { skip }, async (t) => {
	const facts = ['10.5.0.2', '10.5.0.3', '10.5.0.4'].map((node, index) => fakeFacts(node, `cp-${index + 1}`));
	const unmetConditions = [{ name: 'services', reason: 'etcd not healthy' }];
	facts[1]?.keep(MachineStatus, new Map([['machine', { stage: 'booting', status: { ready: false, unmetConditions } }]]));
	// time goes by: the nodes measure something else whenever they are asked
	let turn = 60;
	const passing = setInterval(() => {
		turn += 1;
		for (const one of facts) one.answered(fakeSample(turn));
	}, 100);
	t.after(() => clearInterval(passing));
	const nodes = new Map(facts.map((one) => [one.node, new FakeNode(one)]));
	const interrupt = new AbortController();
	t.after(() => interrupt.abort());
	const terminal = new FakeTerminal();
	const client = { node: (node: string) => nodes.get(node)?.services() } as unknown as NodeSession['client'];
	const served = serveDashboard({ client, nodes: [...nodes.keys()], terminal, signal: interrupt.signal }, 100);
	const url = await waitFor(withTimeout(background, 10_000), () => terminal.output.trim() || undefined, 10);

	const browser = await Browser.start(program ?? '');
	t.after(async () => await browser.close());
	await browser.look(1280, 900, 'light');
	await browser.show(url);
	await keep('summary-light', `document.body.innerText.includes('cni0: port 39')`);
	assert.equal(await browser.evaluate('getComputedStyle(document.body).colorScheme'), 'light dark');
	const light = await browser.evaluate('getComputedStyle(document.body).backgroundColor');

	// live: what changes on a node is seen without a key
	await browser.press('l');
	await keep('trouble-light', `document.getElementById('trouble').innerText === 'not ready: services: etcd not healthy'`);
	facts[1]?.keep(MachineStatus, new Map([['machine', { stage: 'running', status: { ready: true, unmetConditions: [] } }]]));
	nodes.get('10.5.0.3')?.leave();
	await browser.until(`document.getElementById('trouble').innerText.includes('has not answered')`);
	nodes.get('10.5.0.3')?.comeBack();
	await browser.until(`document.getElementById('trouble').hidden`);

	await browser.look(1280, 900, 'dark');
	assert.notEqual(await browser.evaluate('getComputedStyle(document.body).backgroundColor'), light);
	await browser.press('F2');
	await keep(
		'monitor-dark',
		`document.querySelectorAll('svg polyline').length >= 7 && document.querySelector('svg polyline').points.length > 30`,
	);
	await browser.press('3');
	await browser.until(`document.querySelectorAll('#screen tbody tr').length > 3`);
	await browser.press('/');
	await browser.press('4');
	await browser.until(`document.querySelector('input').value === '4' && document.title.includes('Resources')`);
	await browser.press('Enter');
	await browser.press('4');
	await keep('nodes-dark', `document.querySelectorAll('#screen tbody tr').length === 3`);
	await browser.press('j');
	await browser.press('j');
	await browser.press('j');
	await browser.press('Enter');
	await browser.until(`document.title === 'cp-3 · Summary · Ichor'`);
	await browser.press('5');
	await keep('services-dark', `document.body.innerText.includes('Service started as goroutine')`);
	await browser.press('6');
	await browser.until(`document.body.innerText.includes('DESTINATION')`);

	// the focus stays where it is while everything around is drawn anew
	await browser.press('4');
	await browser.press('j');
	await browser.until(`document.activeElement?.dataset.key === '10.5.0.2'`);
	await browser.evaluate(`window.before = document.getElementById('headline').innerText`);
	await browser.until(`document.getElementById('headline').innerText !== window.before`);
	assert.equal(await browser.evaluate(`document.activeElement?.dataset.key`), '10.5.0.2');

	await browser.look(420, 800, 'light');
	await browser.press('1');
	await keep('summary-narrow', `document.title.includes('Summary')`);
	assert.equal(await browser.evaluate('document.documentElement.scrollWidth <= innerWidth'), true, 'nothing is wider than the window');
	assert.deepEqual(browser.complaints, []);

	interrupt.abort();
	await served;
	await browser.until(`document.getElementById('state').innerText === 'ichor dashboard does not answer'`);

	async function keep(name: string, shown: string): Promise<void> {
		await browser.until(shown);
		mkdirSync(pictures, { recursive: true });
		writeFileSync(new URL(`${name}.png`, pictures), await browser.picture());
	}
});
