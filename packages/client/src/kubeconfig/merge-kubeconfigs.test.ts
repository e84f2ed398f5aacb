import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Kubeconfig } from './kubeconfig.ts';
import { type KubeconfigPart, mergeKubeconfigs } from './merge-kubeconfigs.ts';

function kubeconfig(name: string, server: string): Kubeconfig {
	const user = `admin@${name}`;
	return {
		clusters: new Map([[name, { server }]]),
		users: new Map([[user, { token: server }]]),
		contexts: new Map([[user, { cluster: name, user, namespace: 'default' }]]),
		currentContext: user,
		preferences: { colors: true },
	};
}

const never = async () => assert.fail('nothing conflicts');

test('what is new is added and becomes current; everything else stays', async () => {
	const { config, renames } = await mergeKubeconfigs(kubeconfig('a', '1'), kubeconfig('b', '2'), { onConflict: never });
	assert.deepEqual([...config.clusters.keys()], ['a', 'b']);
	assert.equal(config.currentContext, 'admin@b');
	assert.deepEqual(config.preferences, { colors: true });
	assert.deepEqual(renames, []);
});

test('the same again changes nothing', async () => {
	const { config, renames } = await mergeKubeconfigs(kubeconfig('a', '1'), kubeconfig('a', '1'), { onConflict: never });
	assert.deepEqual(config, kubeconfig('a', '1'));
	assert.deepEqual(renames, []);
});

test('a cluster that is renamed renames its user and its context with it, and is asked about once', async () => {
	const asked: [KubeconfigPart, string][] = [];
	const onConflict = async (part: KubeconfigPart, name: string) => {
		asked.push([part, name]);
		return 'rename' as const;
	};
	const { config, renames } = await mergeKubeconfigs(kubeconfig('foo', '1'), kubeconfig('foo', '2'), { onConflict });
	assert.deepEqual(asked, [['cluster', 'foo']]);
	assert.deepEqual(renames, [
		{ part: 'cluster', from: 'foo', to: 'foo-1' },
		{ part: 'auth', from: 'admin@foo', to: 'admin@foo-1' },
		{ part: 'context', from: 'admin@foo', to: 'admin@foo-1' },
	]);
	assert.deepEqual(config.contexts.get('admin@foo-1'), { cluster: 'foo-1', user: 'admin@foo-1', namespace: 'default' });
	assert.equal(config.currentContext, 'admin@foo-1');
	assert.deepEqual(config.clusters.get('foo'), { server: '1' });
});

test('overwriting replaces, and a context can be given its name', async () => {
	const { config, renames } = await mergeKubeconfigs(kubeconfig('foo', '1'), kubeconfig('foo', '2'), {
		onConflict: async () => 'overwrite',
		contextName: 'mine',
	});
	assert.deepEqual(config.clusters.get('foo'), { server: '2' });
	assert.equal(config.currentContext, 'mine');
	assert.deepEqual(renames, [{ part: 'context', from: 'admin@foo', to: 'mine' }]);
});
