import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MachineStatus } from '@ichor/machinery/resources';
import { matchesGolden } from '../../golden.ts';
import { fakeFacts, fakeNow } from '../fake-facts.ts';
import type { NodeReport } from '../report/node-report.ts';
import { reportOf } from '../report/report-of.ts';
import { type Explored, nothingExplored } from './explorer.ts';
import { frame, type Scene, type Size } from './frame.ts';
import { widthOf } from './line.ts';
import { firstView, screens, type View } from './view.ts';

const sizes: readonly Size[] = [
	{ columns: 80, rows: 24 },
	{ columns: 120, rows: 40 },
	{ columns: 40, rows: 10 },
];

const explored: Explored = {
	...nothingExplored,
	kinds: ['AddressStatuses.net.talos.dev', 'HostnameStatuses.net.talos.dev', 'Members.cluster.talos.dev'].map((type) => ({
		type,
		namespace: 'network',
		aliases: [type.split('.')[0]?.toLowerCase() ?? ''],
		sensitive: false,
	})),
};

const nodes = threeNodes();

function threeNodes(): readonly NodeReport[] {
	const well = fakeFacts('10.5.0.2', 'cp-1');
	const unready = fakeFacts('10.5.0.3', 'cp-2');
	const unmetConditions = [
		{ name: 'services', reason: 'etcd not healthy' },
		{ name: 'nodeReady', reason: 'node "cp-2" status is not available yet' },
	];
	unready.keep(MachineStatus, new Map([['machine', { stage: 'booting', status: { ready: false, unmetConditions } }]]));
	const lost = fakeFacts('10.5.0.4', 'cp-3');
	lost.failed('rpc error: code = Unavailable desc = connection refused', fakeNow - 12_000);
	return [well, unready, lost].map((facts) => reportOf(facts, fakeNow));
}

function scene(view: Partial<View> = {}): Scene {
	return { nodes, view: { ...firstView, ...view }, explored, turn: 0 };
}

function pictureOf(scene: Scene, size: Size): string {
	const { lines } = frame(scene, size);
	assert.equal(lines.length, size.rows);
	for (const line of lines) assert.ok(widthOf(line) <= size.columns, JSON.stringify(line));
	return lines
		.map((line) =>
			line
				.map(({ text }) => text)
				.join('')
				.trimEnd(),
		)
		.join('\n');
}

for (const size of sizes) {
	const name = `${size.columns}x${size.rows}`;
	test(`every screen at ${name}`, () => {
		const pictures = screens.map((screen) => pictureOf(scene({ screen }), size));
		matchesGolden(new URL(`testdata/${name}.txt`, import.meta.url), `${pictures.join(`\n${'='.repeat(size.columns)}\n`)}\n`);
	});

	test(`what is wrong is said first at ${name}`, () => {
		const pictures = [1, 2].map((selected) => pictureOf(scene({ selected }), size));
		matchesGolden(new URL(`testdata/trouble-${name}.txt`, import.meta.url), `${pictures.join(`\n${'='.repeat(size.columns)}\n`)}\n`);
	});
}

test('a picture fits at every size', () => {
	for (const screen of screens)
		for (const columns of [1, 2, 7, 13, 20, 33, 60, 79, 81, 110, 200])
			for (const rows of [1, 2, 3, 5, 8, 13, 17, 18, 30, 100]) pictureOf(scene({ screen, selected: 1 }), { columns, rows });
});
