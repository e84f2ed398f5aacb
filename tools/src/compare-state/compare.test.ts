import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Allowance } from './allowed.ts';
import { compareStates } from './compare.ts';
import { report } from './report.ts';
import { compareShapes, shapeOf } from './shape.ts';
import type { Snapshot, SnapshotResource } from './snapshot.ts';

const none = (): boolean => false;

function differences(here: readonly unknown[], there: readonly unknown[], dictionary: (path: string) => boolean = none): readonly string[] {
	return compareShapes(shapeOf(here, dictionary), shapeOf(there, dictionary)).map(({ path, what }) => `${path}: ${what}`);
}

test('values do not matter, kinds do', () => {
	assert.deepEqual(differences([{ a: 1, b: 'x', c: [true], d: null }], [{ a: 2, b: '', c: [false], d: null }]), []);
	assert.deepEqual(differences([{ a: '1' }], [{ a: 1 }]), ['spec.a: text here, number there']);
	assert.deepEqual(differences([{ a: [1] }], [{ a: ['x'] }]), ['spec.a[]: number here, text there']);
	assert.deepEqual(differences([{ a: [] }], [{ a: ['x'] }]), []);
	assert.deepEqual(differences(['x'], [{ a: 1 }]), ['spec: text here, map there']);
});

test('a key that all there have must be here; one that only some have may be', () => {
	assert.deepEqual(differences([{ a: 1 }], [{ a: 1, b: 1 }]), ['spec.b: missing']);
	assert.deepEqual(differences([{ a: 1 }], [{ a: 1, b: 1 }, { a: 1 }]), []);
	assert.deepEqual(differences([{ a: 1 }, { b: 1 }], [{ a: 1, b: 1 }]), ['spec.a: missing', 'spec.b: missing']);
	assert.deepEqual(differences([{ a: 1, z: 1 }], [{ a: 1 }]), ['spec.z: extra']);
	assert.deepEqual(differences([{ a: { b: { c: 1 } } }], [{ a: { b: { d: 1 } } }]), ['spec.a.b.d: missing', 'spec.a.b.c: extra']);
	assert.deepEqual(differences([{ a: [{ b: 1 }] }], [{ a: [{ b: 1, c: 1 }] }]), ['spec.a[].c: missing']);
});

test('keys that are data are not compared, what they lead to is', () => {
	const dictionary = (path: string): boolean => path === 'spec.args';
	assert.deepEqual(differences([{ args: { one: ['x'] } }], [{ args: { two: ['y'] } }], dictionary), []);
	assert.deepEqual(differences([{ args: { one: 1 } }], [{ args: { two: ['y'] } }], dictionary), ['spec.args[]: number here, list there']);
});

test('what follows rules of somebody else is not compared', () => {
	const free = (path: string): boolean => path === 'spec.object';
	const shape = (spec: unknown) => shapeOf([spec], none, free);
	assert.deepEqual(compareShapes(shape({ object: { a: 1 } }), shape({ object: { b: ['x'] } })), []);
	assert.deepEqual(compareShapes(shape({ object: 'x' }), shape({ object: {} })), [{ path: 'spec.object', what: 'text here, map there' }]);
});

const definition = { defaultNamespace: 'runtime', aliases: ['t'], printColumns: [] };

function snapshot(types: Readonly<Record<string, readonly Partial<SnapshotResource>[]>>, more: object = {}): Snapshot {
	const entries = Object.entries(types);
	return {
		definitions: new Map(entries.map(([type]) => [type, { type, ...definition, ...more }])),
		resources: new Map(
			entries.map(([type, list]) => [type, list.map((one) => ({ id: 'a', owner: 'o', labels: [], spec: {}, ...one }))] as const),
		),
	};
}

function found(here: Snapshot, there: Snapshot): readonly string[] {
	return compareStates(here, there).findings.map(({ type, about, path, what }) => `${type} ${about} ${path}: ${what}`);
}

test('an owner that upstream has too, though not on the recorded node, is no stranger', () => {
	const type = 'Affiliates.cluster.talos.dev';
	const there = snapshot({ [type]: [{ owner: 'cluster.LocalAffiliateController' }] });
	assert.deepEqual(found(snapshot({ [type]: [{ owner: 'cluster.AffiliateMergeController' }] }), there), []);
	assert.deepEqual(found(snapshot({ [type]: [{ owner: 'cluster.Other' }] }), there), [
		`${type} owner : cluster.Other here, cluster.LocalAffiliateController there`,
	]);
});

test('says what is missing and what is extra', () => {
	const here = snapshot({ 'As.talos.dev': [], 'Bs.talos.dev': [{}], 'Xs.talos.dev': [] });
	const there = snapshot({ 'As.talos.dev': [{}, {}], 'Bs.talos.dev': [{}], 'Cs.talos.dev': [] });
	assert.deepEqual(found(here, there), [
		'As.talos.dev missing : none here, 2 there',
		'Cs.talos.dev missing : no such type here',
		'Xs.talos.dev extra : no such type there',
	]);
});

test('compares definitions, owners and labels', () => {
	const here = snapshot({ 'As.talos.dev': [{ owner: 'mine', labels: ['l', 'm'] }] }, { sensitivity: 'sensitive', aliases: ['u'] });
	const there = snapshot({ 'As.talos.dev': [{ owner: 'theirs', labels: ['l'] }] });
	assert.deepEqual(found(here, there), [
		'As.talos.dev definition aliases: ["u"] here, ["t"] there',
		'As.talos.dev definition sensitivity: "sensitive" here, nothing there',
		'As.talos.dev owner : mine here, theirs there',
		'As.talos.dev labels m: extra',
	]);
});

test('is good when enough is there and every difference has a reason', () => {
	const there = snapshot({ 'As.talos.dev': [{ spec: { a: 1 } }], 'Bs.kubernetes.talos.dev': [] });
	const same = report(compareStates(there, there), []);
	assert.deepEqual([same.percentage, same.good], [100, true]);

	const differing = snapshot({ 'As.talos.dev': [{ spec: { a: 'x' } }] });
	const comparison = compareStates(differing, there);
	const bad = report(comparison, []);
	assert.deepEqual([bad.percentage, bad.good], [0, false]);
	assert.ok(bad.lines.includes('Bs.kubernetes.talos.dev: missing: no such type here (stands: needs Kubernetes)'));

	const allowance: Allowance = { type: 'As.talos.dev', about: 'shape', path: 'spec.a', reason: 'container mode' };
	assert.equal(report(comparison, [allowance]).good, true);
	assert.equal(report(comparison, [{ ...allowance, path: 'spec.b' }]).good, false);
	assert.equal(report(compareStates(there, there), [allowance]).good, false, 'a reason that is no longer needed');
});
