import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hostsFile, resolvConf } from './etc-file.ts';

describe('what the files of /etc say of the network', () => {
	it('hosts has the machine, and names of the configuration, sorted', () => {
		const extra = new Map([['192.0.2.9', ['nas', 'nas.lan']]]);
		assert.equal(
			hostsFile('10.77.0.2', { hostname: 'rt2', domainname: 'lan' }, extra),
			[
				'127.0.0.1 localhost',
				'10.77.0.2 rt2.lan rt2',
				'::1       localhost ip6-localhost ip6-loopback',
				'ff02::1   ip6-allnodes',
				'ff02::2   ip6-allrouters',
				'192.0.2.9 nas nas.lan',
				'',
			].join('\n'),
		);
	});

	it('resolv.conf has three servers at most', () => {
		assert.equal(
			resolvConf(['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'], ['lan']),
			'nameserver 192.0.2.1\nnameserver 192.0.2.2\nnameserver 192.0.2.3\n\nsearch lan\n',
		);
	});
});
