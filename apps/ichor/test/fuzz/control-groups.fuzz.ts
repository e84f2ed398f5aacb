import assert from 'node:assert/strict';
import { emptyCgroup, readCgroupFile } from '../../src/cgroups/cgroup-node.ts';
import { cgroupTable } from '../../src/cgroups/cgroup-table.ts';
import { cgroupPresets } from '../../src/cgroups/presets.ts';

const files = ['cpu.stat', 'cpu.max', 'io.stat', 'memory.current', 'memory.pressure', 'cgroup.procs', 'cpuset.cpus'];
const tables = Object.values(cgroupPresets).map((columns) => cgroupTable(columns));

/** What a node sends as the files of its control groups: they are a table, or refused. */
export const target = {
	name: 'control groups',
	seeds: ['user_usec 1\nsystem_usec 2\n', 'max 100000\n', '8:0 rbytes=1 wbytes=2\n', '12\n', 'some avg10=0.12 total=5\n'].map((text) =>
		Buffer.from(text),
	),
	run(input: Uint8Array): void {
		const text = Buffer.from(input).toString();
		const node = emptyCgroup();
		for (const file of files) {
			try {
				readCgroupFile(node, file, text);
			} catch (error) {
				assert.match(String(error), /invalid format|strconv\.ParseInt/);
			}
		}
		for (const table of tables) assert.equal(table(node).split('\n').length, 3);
	},
};
