import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSockets } from './sockets.ts';

test('a table of sockets is read field by field', () => {
	const text = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000001:00000002 02:000000FF 00000003    60        4 1360223 1 00000000e21f0cfe 100 0 0 10 0
not a line
`;
	assert.deepEqual(parseSockets(text), [
		{
			local: { address: '127.0.0.1', port: 8080 },
			remote: { address: '0.0.0.0', port: 0 },
			state: 10,
			sendQueue: 1,
			receiveQueue: 2,
			timer: 2,
			timerEnd: 255,
			retransmits: 3,
			user: 60,
			timeout: 4,
			inode: 1360223,
			references: 1,
			pointer: 0xe21f0cfen,
		},
	]);
});

test('addresses of IPv6 are shortened, and those of IPv4 in them stand alone', () => {
	const line = (address: string) => `head\n 0: ${address}:C350 ${'0'.repeat(32)}:0000 0A 0:0 0:0 0 0 0 1 2 0000000000000000 100\n`;
	const local = (address: string) => parseSockets(line(address))[0]?.local.address;
	assert.equal(local('0'.repeat(32)), '::');
	assert.equal(local('000080FE00000000DD00D6FCB3DFCDFE'), 'fe80::fcd6:dd:fecd:dfb3');
	assert.equal(local('0000000000000000FFFF00000200050A'), '10.5.0.2');
});
