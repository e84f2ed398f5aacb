import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configOf } from '../../../test/config-of.ts';
import { controllerManager, coreDNS, proxy, scheduler } from './control-plane.ts';

test('components run, with default images, as soon as there is a root document', () => {
	const config = configOf({ v1alpha1: {} });
	for (const component of [controllerManager, scheduler, proxy, coreDNS]) {
		assert.equal(component(config)?.enabled, true);
		assert.match(component(config)?.image ?? '', /^registry\.k8s\.io\/.+:v\d+\.\d+\.\d+$/);
		assert.equal(component(configOf({})), undefined);
	}
});

test('the root document switches components off in two places', () => {
	const config = configOf({
		v1alpha1: {
			machine: { controlPlane: { controllerManager: { disabled: true }, scheduler: { disabled: true } } },
			cluster: { proxy: { disabled: true }, coreDNS: { disabled: true } },
		},
	});
	for (const component of [controllerManager, scheduler, proxy, coreDNS]) assert.equal(component(config)?.enabled, false);
});

test('documents decide', () => {
	const config = configOf({
		v1alpha1: {
			cluster: { scheduler: { image: 'old' }, controllerManager: { image: 'old' }, proxy: { image: 'old' }, coreDNS: { image: 'old' } },
		},
		KubeControllerManagerConfig: { image: 'new', env: { A: 'b' } },
		KubeSchedulerConfig: { image: 'new', config: { profiles: [] } },
		KubeProxyConfig: { image: 'new', mode: 'ipvs', config: { a: 1 } },
		KubeCoreDNSConfig: { image: 'new', enabled: false },
	});
	assert.deepEqual([controllerManager(config)?.image, controllerManager(config)?.env], ['new', new Map([['A', 'b']])]);
	assert.deepEqual([scheduler(config)?.image, scheduler(config)?.config], ['new', { profiles: [] }]);
	assert.deepEqual([proxy(config)?.mode, proxy(config)?.config, proxy(config)?.usesConfigFile], ['ipvs', { a: 1 }, true]);
	assert.deepEqual(coreDNS(config), { enabled: false, image: 'new' });
});
