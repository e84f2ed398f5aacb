import assert from 'node:assert/strict';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { encodeFrame, framesIn, type HistoryEntry } from '@ichor/client/history';
import fc from 'fast-check';
import { FakeTerminal } from '../command/fake-terminal.ts';
import { ZipArchive } from '../support/zip-archive.ts';
import { differencesText } from './differences.ts';
import { type NodeJournal, readJournals } from './journal-source.ts';
import { momentOf } from './moment.ts';
import { type HistoryQuery, printHistory } from './print-history.ts';
import { zipFiles } from './zip-files.ts';

const start = Date.UTC(2026, 10, 21, 18);

const definition: HistoryEntry = {
	time: start,
	gone: false,
	metadata: { namespace: 'meta', type: 'ResourceDefinitions.meta.cosi.dev', id: 'machinestatuses.runtime.talos.dev', version: 1 },
	spec: { type: 'MachineStatuses.runtime.talos.dev', displayType: 'MachineStatus', allAliases: ['machinestatuses', 'machinestatus'] },
};

describe('what history prints', () => {
	const journal = Buffer.concat([
		encodeFrame('state', [definition, status(1, 0, true)], start),
		encodeFrame('changes', [status(2, 5, false), { ...status(0, 7, false), gone: true }], start),
	]);
	const journals = [{ node: '192.0.2.1', frames: [...framesIn(journal)] }];
	const query: HistoryQuery = { type: '', id: '', namespace: '', at: undefined, since: 0, until: start + 10_000, output: 'table' };

	it('is what has changed, and how', async () => {
		assert.equal(
			await printed({}),
			`NODE        TIME                       *   NAMESPACE   TYPE            ID        VERSION   WHAT
192.0.2.1   2026-11-21T18:00:05.000Z   ~   runtime     MachineStatus   machine   2         ready: true -> false
192.0.2.1   2026-11-21T18:00:07.000Z   -   runtime     MachineStatus   machine   0         
`,
		);
		assert.equal((await printed({ since: start + 6000, output: 'json' })).match(/"event"/g)?.length, 1);
	});

	it('is what there was at a moment, found by an alias', async () => {
		assert.equal(
			await printed({ at: start + 6000, type: 'machinestatus' }),
			`NODE        NAMESPACE   TYPE            ID        VERSION   SINCE
192.0.2.1   runtime     MachineStatus   machine   2         2026-11-21T18:00:05.000Z
`,
		);
		assert.match(await printed({ at: start + 1000, output: 'yaml' }), /^node: 192\.0\.2\.1\nmetadata:\n[^]*spec:\n {4}ready: true\n$/);
		assert.equal((await printed({ at: start + 8000, type: 'machinestatus' })).split('\n').length, 2);
		await assert.rejects(printed({ type: 'nonsense' }), /is not registered/);
		await assert.rejects(printed({ at: start - 1 }), /does not reach back to 2026-11-21T17:59:59\.999Z/);
	});

	it('is not led astray by a journal of somebody else', async () => {
		const odd = [undefined, null, 'text', { type: 1 }, { type: 'A', displayType: 'A', allAliases: 'a' }].map(
			(spec, index): HistoryEntry => ({ ...definition, metadata: { ...definition.metadata, id: `odd-${index}` }, spec }),
		);
		const escape: HistoryEntry = { ...status(1, 5, true), metadata: { ...definition.metadata, type: 'Evil', id: '\u001b[2J' } };
		const foreign = Buffer.concat([encodeFrame('state', [...odd, definition], start), encodeFrame('changes', [escape], start)]);
		const text = await printed({}, [{ node: '192.0.2.1', frames: [...framesIn(foreign)] }]);
		assert.match(text, /Evil +\\x1b\[2J/);
		assert.ok(!text.includes('\u001b'));
	});

	async function printed(more: Partial<HistoryQuery>, from: readonly NodeJournal[] = journals): Promise<string> {
		const terminal = new FakeTerminal();
		await printHistory(from, { ...query, ...more }, terminal);
		return terminal.output;
	}
});

describe('the past in a support bundle', () => {
	it('is found for each node', (t) => {
		const folder = mkdtempSync(join(tmpdir(), 'ichor-history-'));
		t.after(() => rmSync(folder, { recursive: true }));
		const path = join(folder, 'support.zip');
		const descriptor = openSync(path, 'w');
		const archive = new ZipArchive(descriptor, new Date());
		const journal = encodeFrame('state', [status(1, 0, true)], start);
		archive.add('192.0.2.1/history.journal', journal);
		archive.add('192.0.2.1/dmesg.log', Buffer.from('no history'));
		archive.finish();
		closeSync(descriptor);
		assert.deepEqual(
			readJournals(path).map(({ node, frames }) => [node, frames.length]),
			[['192.0.2.1', 1]],
		);
		writeFileSync(join(folder, 'one'), journal);
		assert.equal(readJournals(join(folder, 'one'))[0]?.frames.length, 1);
		writeFileSync(join(folder, 'other'), 'something else');
		assert.throws(() => readJournals(join(folder, 'other')), /there is no history/);
		damagedArchives(readFileSync(path));
	});

	/** Whatever is wrong with an archive is said, or changes nothing. */
	function damagedArchives(archive: Buffer): void {
		fc.assert(
			fc.property(fc.nat(archive.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, change, cut) => {
				const damaged = cut ? Buffer.from(archive.subarray(0, at)) : Buffer.from(archive);
				if (!cut) damaged[at] = (damaged[at] ?? 0) ^ change;
				try {
					for (const content of zipFiles(damaged, '/history.journal').values()) assert.ok(content.length < archive.length);
				} catch (error) {
					assert.ok(error instanceof Error && !(error instanceof assert.AssertionError));
				}
			}),
		);
	}
});

it('a moment is a time, or how long ago it was', () => {
	assert.equal(momentOf('2026-11-21T19:00:00+01:00', 0), start);
	assert.equal(momentOf('1m30s', start), start - 90_000);
	for (const wrong of ['', 'yesterday', '2026-11-21', '2026-99-21T18:00:00Z']) assert.throws(() => momentOf(wrong, 0), /is no moment/);
});

it('differences are told in one line', () => {
	assert.equal(differencesText({ a: { b: 1, c: [1] } }, { a: { b: 2, c: [1] } }), 'a.b: 1 -> 2');
	assert.equal(differencesText({ a: 1, b: 2, c: 3, d: 4 }, {}), 'a: 1 -> nothing, b: 2 -> nothing, c: 3 -> nothing, and 1 more');
	const conditions = [{ name: 'etcd', reason: 'no quorum' }];
	assert.equal(differencesText({ unmet: conditions }, { unmet: [] }), 'unmet.etcd: {"name":"etcd","reason":"no quorum"} -> nothing');
	assert.equal(differencesText({ a: 'x'.repeat(100) }, { a: '' }), `a: ${'x'.repeat(60)}… -> `);
});

function status(version: number, after: number, ready: boolean): HistoryEntry {
	const metadata = { namespace: 'runtime', type: 'MachineStatuses.runtime.talos.dev', id: 'machine', version, phase: 'running' };
	return { time: start + after * 1000, gone: false, metadata, spec: { ready } };
}
