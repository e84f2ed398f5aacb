import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { defineResource } from '../resource/resource-type.ts';
import { InMemoryState } from '../state/in-memory/in-memory-state.ts';
import { Namespace } from './namespace.ts';
import { createRegistry, publishDefinitions } from './registry.ts';
import { definitionOf, ResourceDefinition } from './resource-definition.ts';

const nothing = { encode: () => new Uint8Array(), decode: () => undefined, view: () => undefined };

test('a type is found by its singular, its plural, more and more of its domain, and its capitals', () => {
	const { metadata, spec } = definitionOf({
		type: 'KubeSpanIdentities.kubespan.talos.dev',
		namespace: 'kubespan',
		aliases: ['me'],
		sensitive: true,
	});
	assert.equal(metadata.id, 'kubespanidentities.kubespan.talos.dev');
	assert.equal(spec.displayType, 'KubeSpanIdentity');
	assert.deepEqual(spec.aliases, ['me', 'kubespanidentity', 'ksi', 'ksis']);
	assert.deepEqual(spec.allAliases, [
		'kubespanidentities',
		'kubespanidentities.kubespan',
		'kubespanidentities.kubespan.talos',
		'me',
		'kubespanidentity',
		'ksi',
		'ksis',
	]);
});

test('a type may do without the names that follow from its own', () => {
	const { spec } = definitionOf({ type: 'Things.one.dev', namespace: 'default', aliases: ['it'], automaticAliases: false });
	assert.deepEqual([spec.aliases, spec.allAliases], [['it'], ['it']]);
	assert.equal((ResourceDefinition.codec.view(spec) as { skipAutomaticAliases?: boolean }).skipAutomaticAliases, true);
});

test('a type whose name breaks the rules is refused', () => {
	for (const type of [
		'Members',
		'members.talos.dev',
		'Member.talos.dev',
		'Bypass.talos.dev',
		'Mem_bers.talos.dev',
		'Members.Talos.dev',
		'Members.',
		'.talos.dev',
	]) {
		assert.throws(() => definitionOf({ type, namespace: 'default' }), { code: 'bad-type' }, type);
	}
});

test('a definition survives the wire', () => {
	const { spec } = definitionOf(ResourceDefinition);
	assert.deepEqual(ResourceDefinition.codec.decode(ResourceDefinition.codec.encode(spec)), spec);
	assert.deepEqual(Namespace.codec.decode(Namespace.codec.encode({ description: 'a' })), { description: 'a' });
});

test('a registry knows its types and publishes them', async () => {
	const thing = defineResource<undefined>({ type: 'Things.one.dev', namespace: 'things', codec: nothing });
	const registry = createRegistry([thing]);
	assert.equal(registry.find('Things.one.dev'), thing);
	assert.equal(registry.find('Others.one.dev'), undefined);
	const state = new InMemoryState();
	await publishDefinitions(state, registry, { things: 'Where things are.' });
	const ids = (await state.list(ResourceDefinition.kind)).map(({ metadata }) => metadata.id);
	assert.deepEqual(ids, ['namespaces.meta.cosi.dev', 'resourcedefinitions.meta.cosi.dev', 'things.one.dev']);
	assert.equal((await state.get(Namespace.pointer('things'))).spec.description, 'Where things are.');
	assert.equal((await state.get(ResourceDefinition.pointer('things.one.dev'))).metadata.owner, 'meta');
});

/** Names as a real node has them, where English is not regular or not meant. */
const singulars: Readonly<Record<string, string>> = {
	MachineStatuses: 'MachineStatus',
	NodeAddresses: 'NodeAddress',
	DNSResolveCaches: 'DNSResolveCach',
	LinkRefreshes: 'LinkRefresh',
	BootedEntries: 'BootedEntry',
	RegistriesConfigs: 'RegistriesConfig',
	KubePrismEndpoints: 'KubePrismEndpoint',
	CPUStats: 'CPUStat',
};

test('singulars are those of a real node', () => {
	for (const [plural, singular] of Object.entries(singulars)) {
		assert.equal(definitionOf({ type: `${plural}.talos.dev`, namespace: 'default' }).spec.displayType, singular);
	}
});

/** `resources.yaml` of a recorded node; `resource-definitions.yaml` stands beside it. */
const recording = join(dirname(process.env.ICHOR_REFERENCE ?? ''), 'resource-definitions.yaml');

test('every type of a recorded node is called what that node calls it', {
	skip: existsSync(recording) ? false : 'ICHOR_REFERENCE is not set',
}, () => {
	const documents = readFileSync(recording, 'utf8').split(/^---$/m);
	for (const document of documents) {
		const spec = document.slice(document.indexOf('\nspec:'));
		const type = /^ {4}type: (.*)$/m.exec(spec)?.[1] ?? '';
		const displayType = /^ {4}displayType: (.*)$/m.exec(spec)?.[1] ?? '';
		const aliases = listOf(spec, 'aliases');
		// a node's list begins with what the author of the type has added
		const automaticAliases = !spec.includes('skipAutomaticAliases: true');
		const added = automaticAliases ? aliases.slice(0, aliases.lastIndexOf(displayType.toLowerCase())) : aliases;
		const defined = definitionOf({ type, namespace: 'default', aliases: added, automaticAliases }).spec;
		assert.deepEqual([defined.displayType, defined.aliases, defined.allAliases], [displayType, aliases, listOf(spec, 'allAliases')], type);
	}
	assert.ok(documents.length > 100, 'a node has more than a hundred types');
});

function listOf(spec: string, key: string): readonly string[] {
	const block = new RegExp(`^ {4}${key}:\\n((?: {8}- .*\\n)*)`, 'm').exec(spec)?.[1] ?? '';
	return [...block.matchAll(/- (.*)/g)].map(([, item]) => item ?? '');
}
