import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { containerdConfiguration } from './containerd-configuration.ts';

const places = { socket: '/run/c/c.sock', state: '/run/c', root: '/var/lib/c', configuration: '/run/c.toml' };
const pods = { registryHosts: '/run/hosts', networkPlugins: ['/opt/cni/bin'], networkConfiguration: '/etc/cni/net.d' };

describe('the configuration of a containerd', () => {
	test('without pods has no CRI', () => {
		const text = containerdConfiguration(places, true);
		assert.match(text, /disabled_plugins = \[.*"io.containerd.grpc.v1.cri"/);
		assert.ok(!text.includes('config_path'));
	});

	test('with pods finds mirrors and network plugins, and keeps to the score that it may give', () => {
		const text = containerdConfiguration({ ...places, pods }, true);
		assert.ok(!/disabled_plugins = .*io\.containerd\.grpc\.v1\.cri/.test(text));
		for (const line of [
			'config_path = "/run/hosts"',
			'bin_dirs = ["/opt/cni/bin"]',
			'restrict_oom_score_adj = true',
			'SystemdCgroup = false',
		])
			assert.ok(text.split('\n').includes(line), line);
		assert.match(containerdConfiguration({ ...places, pods }, false), /restrict_oom_score_adj = false/);
	});
});
