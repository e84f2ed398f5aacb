import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resourceTypes } from '../index.ts';
import type { Shape, ShapedCodec } from '../spec/index.ts';
import { explainResource, explainResources, resourcePaths } from './explain-resource.ts';
import { resourceExplanationText, resourcesText } from './explanation-text.ts';
import { meaningOf, meanings } from './field-meaning.ts';

test('every type has its sentence, and every field its words', () => {
	for (const { type, meaning } of explainResources()) assert.match(meaning, /^[A-Z`/].*\S\.$/s, type);
	const paths = resourceTypes.flatMap(({ type, codec }) =>
		pathsIn((codec as ShapedCodec<unknown>).shape).map((path) => [type, path] as const),
	);
	assert.ok(paths.length > 1000);
	for (const [type, path] of paths) assert.notEqual(meaningOf(type, path), '', `${type} ${path.join('.')}`);
});

test('no meaning stands twice, and none is of a field that is not there', () => {
	const keys = meanings.flatMap((some) => Object.keys(some));
	assert.equal(new Set(keys).size, keys.length);
	const ends = new Set(
		resourceTypes.flatMap(({ type, codec }) =>
			pathsIn((codec as ShapedCodec<unknown>).shape).flatMap((path) => {
				const whole = [type.split('.', 1)[0] ?? '', ...path];
				return whole.map((_, index) => whole.slice(index).join('.'));
			}),
		),
	);
	for (const key of keys) assert.ok(ends.has(key), key);
});

test('a type is found by what get finds it by, a field by its path', () => {
	for (const name of ['members', 'Member', 'members.cluster.talos.dev']) assert.equal(said(name).type, 'Members.cluster.talos.dev');
	assert.equal(said('links.bondmaster.MODE').path, 'bondMaster.mode');
	assert.ok(said('links.bondMaster.mode').words.includes('802.3ad'));
	assert.equal(said('links.wireguard.peers').shape, 'list of record');
	assert.ok(said('links.wireguard.peers').fields.some(({ name }) => name === 'allowedIPs'));
	assert.equal(said('members.cluster.talos.dev.addresses').shape, 'list of address');
	assert.equal(said('machineconfig').sensitive, true);
	assert.equal(said('rd').namespace, 'meta');
});

test('what is misspelt gets the nearest name', () => {
	const lines = ['memberz', 'links.mtuu', 'links.bondMaster.modes', 'links.mtu.x', '', 'x'.repeat(300)].map((name) =>
		resourceExplanationText(explainResource(name)),
	);
	assert.match(lines[0] ?? '', /^no type of resource is called "memberz"; did you mean member/);
	assert.deepEqual(lines.slice(1, 4), [
		'nothing in LinkStatuses.net.talos.dev is called "mtuu"; did you mean mtu?\n',
		'nothing in LinkStatuses.net.talos.dev.bondMaster is called "modes"; did you mean mode?\n',
		'nothing in LinkStatuses.net.talos.dev.mtu is called "x"\n',
	]);
	assert.equal(lines[4], 'no type of resource is called ""\n');
});

test('a shell is offered types, then the fields of what is typed', () => {
	assert.ok(resourcePaths('mem').includes('members'));
	assert.deepEqual(resourcePaths('hostname.'), ['hostname.hostname', 'hostname.domainname']);
	assert.deepEqual(resourcePaths('links.vlan.v'), ['links.vlan.vlanID', 'links.vlan.vlanProtocol']);
});

test('the text is what people read', () => {
	assert.equal(
		resourceExplanationText(explainResource('member')),
		`Members.cluster.talos.dev: Member

  A machine of the cluster; its id is its name as a node of Kubernetes.

  namespace  cluster
  aliases    member

  columns of the table
    HOSTNAME      {.hostname}
    MACHINE TYPE  {.machineType}
    OS            {.operatingSystem}
    ADDRESSES     {.addresses}

  fields
    nodeId           text             the identifier of the machine within its cluster
    addresses        list of address  its addresses, the preferred one first
    hostname         text             the name of the machine, without its domain
    machineType      word             what it is for: controlplane or worker
    operatingSystem  text             the system that it runs, with its version
    controlPlane     record           what only a control plane has
`,
	);
	for (const line of resourcesText(explainResources()).split('\n')) assert.ok(line.length <= 100, line);
});

function said(name: string) {
	const answer = explainResource(name);
	assert.ok(!('unknown' in answer), name);
	return answer;
}

function pathsIn(shape: Shape): readonly (readonly string[])[] {
	if (shape.of !== undefined) return pathsIn(shape.of);
	return Object.entries(shape.fields ?? {}).flatMap(([name, field]) => [[name], ...pathsIn(field.shape).map((path) => [name, ...path])]);
}
