import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import fc from 'fast-check';
import { arbitraryConfigText, arbitraryPatchText } from '../../../test/arbitrary-config.ts';
import { encodeConfig } from '../encode.ts';
import { ConfigError } from '../errors.ts';
import { loadConfig } from '../load.ts';
import { applyPatches, type PatchedConfig } from './apply-patches.ts';
import { parsePatch } from './load-patches.ts';

function apply(config: string, ...patches: string[]): PatchedConfig {
	return applyPatches(
		config,
		patches.map((patch) => parsePatch(patch)),
	);
}

function machine(config: string, ...patches: string[]): unknown {
	const { config: patched } = apply(config, ...patches);
	const plain = JSON.parse(JSON.stringify(patched?.documents[0]?.value ?? null));
	return plain.machine ?? plain;
}

describe('what a patch does to', () => {
	it('scalars: the patch wins, unless it says nothing', () => {
		assert.deepEqual(machine('machine: {type: worker, token: a}\n', 'machine: {type: controlplane, token: ""}\n'), {
			type: 'controlplane',
			token: 'a',
		});
	});
	it('maps: key by key', () => {
		assert.deepEqual(machine('machine: {sysctls: {a: "1", b: "2"}}\n', 'machine: {sysctls: {b: "3", c: "4"}}\n'), {
			sysctls: { a: '1', b: '3', c: '4' },
		});
	});
	it('lists: one after the other', () => {
		assert.deepEqual(machine('machine: {certSANs: [a, b]}\n', 'machine: {certSANs: [b, c]}\n'), { certSANs: ['a', 'b', 'b', 'c'] });
	});
	it('lists that are replaced', () => {
		const subnets = (list: string) => `cluster: {network: {podSubnets: [${list}]}}\n`;
		assert.deepEqual(machine(subnets('10.0.0.0/8'), subnets('10.1.0.0/16')), { cluster: { network: { podSubnets: ['10.1.0.0/16'] } } });
	});
	it('interfaces: by name, or by equal selectors', () => {
		const left = 'machine: {network: {interfaces: [{interface: eth0, mtu: 1}, {deviceSelector: {driver: a}, mtu: 2}]}}\n';
		const right = 'machine: {network: {interfaces: [{interface: eth0, dhcp: true}, {deviceSelector: {driver: a}, mtu: 3}, {mtu: 4}]}}\n';
		assert.deepEqual(machine(left, right), {
			network: { interfaces: [{ interface: 'eth0', mtu: 1, dhcp: true }, { deviceSelector: { driver: 'a' }, mtu: 3 }, { mtu: 4 }] },
		});
	});
	it('VLANs by number, admission plugins by name', () => {
		const vlans = (items: string) => `machine: {network: {interfaces: [{interface: a, vlans: [${items}]}]}}\n`;
		assert.deepEqual(machine(vlans('{vlanId: 1, mtu: 1}'), vlans('{vlanId: 1, dhcp: true}, {vlanId: 2}')), {
			network: { interfaces: [{ interface: 'a', vlans: [{ vlanId: 1, mtu: 1, dhcp: true }, { vlanId: 2 }] }] },
		});
		const plugins = (items: string) => `cluster: {apiServer: {admissionControl: [${items}]}}\n`;
		assert.deepEqual(machine(plugins('{name: a, configuration: {x: [1]}}'), plugins('{name: a, configuration: {x: [2], y: z}}')), {
			cluster: { apiServer: { admissionControl: [{ name: 'a', configuration: { x: [1, 2], y: 'z' } }] } },
		});
	});
	it('documents: by kind and name, others are added', () => {
		const link = (name: string, rest: string) => `apiVersion: v1alpha1\nkind: LinkConfig\nname: ${name}\n${rest}`;
		const { config } = apply(link('a', 'mtu: 1\n'), `${link('a', 'up: true\n')}---\n${link('b', '')}`);
		assert.deepEqual(
			config?.documents.map(({ value }) => ({ ...value })),
			[
				{ apiVersion: 'v1alpha1', kind: 'LinkConfig', name: 'a', mtu: 1, up: true },
				{ apiVersion: 'v1alpha1', kind: 'LinkConfig', name: 'b' },
			],
		);
	});
	it('the same identity twice in one patch: one after the other', () => {
		assert.deepEqual(machine('machine: {certSANs: [a]}\n', 'machine: {certSANs: [b]}\n---\nmachine: {certSANs: [c]}\n'), {
			certSANs: ['a', 'b', 'c'],
		});
	});
});

describe('what upstream does and nobody means is done, and said:', () => {
	const cases: readonly (readonly [name: string, config: string, patch: string, warning: string])[] = [
		[
			'a size that the patch does not repeat is erased',
			'apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\nprovisioning: {minSize: 1GiB, grow: true}\n',
			'apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\nprovisioning: {grow: false}\n',
			'VolumeConfig/STATE: provisioning.minSize is erased: a patch that touches its surroundings has to repeat it',
		],
		[
			'a percentage does not replace bytes',
			'apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\nprovisioning: {maxSize: 1GiB}\n',
			'apiVersion: v1alpha1\nkind: VolumeConfig\nname: STATE\nprovisioning: {maxSize: 80%}\n',
			'VolumeConfig/STATE: provisioning.maxSize keeps parts of its old value, which the patch does not replace',
		],
		[
			'a URL keeps the path that the patch does not have',
			'apiVersion: v1alpha1\nkind: KmsgLogConfig\nname: a\nurl: tcp://a:1/path\n',
			'apiVersion: v1alpha1\nkind: KmsgLogConfig\nname: a\nurl: udp://b:2\n',
			'KmsgLogConfig/a: url keeps parts of its old value, which the patch does not replace',
		],
		[
			'an empty text changes nothing',
			'machine: {type: worker}\n',
			'machine: {type: ""}\n',
			'v1alpha1.Config: machine.type keeps its old value: a patch cannot set it to nothing, but `$patch: delete` can',
		],
	];
	for (const [name, config, patch, warning] of cases) {
		it(name, () => assert.deepEqual(apply(config, patch).warnings, [warning]));
	}
	it('and nothing else is', () => {
		assert.deepEqual(apply('machine: {type: worker}\n', 'machine: {type: worker, certSANs: [a]}\n').warnings, []);
	});
});

test('a patch neither changes its input nor another use of it', () => {
	const config = loadConfig('machine: {sysctls: {a: "1"}, certSANs: [a]}\n');
	const patch = parsePatch('machine: {sysctls: {b: "2"}, certSANs: [b]}\n---\nmachine: {kubelet: {$patch: delete}}\n');
	const before = encodeConfig(config);
	const [first, second] = [applyPatches(config, [patch]), applyPatches(config, [patch])];
	assert.equal(encodeConfig(config), before);
	assert.equal(first.text, second.text);
});

test('no patch changes no byte', () => {
	assert.equal(applyPatches('a:   b # c\n', []).text, 'a:   b # c\n');
});

test('a patch that cannot be merged says where it stands', () => {
	const kubelet = (value: string) => `machine:\n  kubelet:\n    extraConfig: {a: ${value}}\n`;
	assert.throws(
		() => apply(kubelet('text'), kubelet('[list]')),
		(error: unknown) => {
			assert.ok(error instanceof ConfigError && error.code === 'patch');
			assert.match(error.message, /merge type mismatch left string right \[\]interface \{\}$/);
			assert.deepEqual(error.places, [{ source: 'patch', line: 1, column: 1, message: 'this does not merge into v1alpha1.Config' }]);
			return true;
		},
	);
});

test('a patch that only repeats what it set changes nothing more', () => {
	fc.assert(
		fc.property(arbitraryConfigText(), arbitraryPatchText(), (config, patch) => {
			const once = text(config, patch);
			if (once !== undefined && !appends(patch)) assert.equal(text(config, patch, patch), once);
		}),
		{ numRuns: 150 },
	);
});

/** Undefined for what is refused. */
function text(config: string, ...patches: string[]): string | undefined {
	try {
		return String(apply(config, ...patches).text);
	} catch (error) {
		assert.ok(error instanceof ConfigError, String(error));
		return undefined;
	}
}

/** Lists grow with each use, what was deleted is not there a second time, and upstream cannot merge two user names of URLs. */
function appends(patch: string): boolean {
	return /^ *- |\$patch|\[\]|@/m.test(patch);
}
